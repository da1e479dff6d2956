import type { ClusterSpecification } from '@/lib/domain/cluster'
import { placePartitions } from '@/lib/domain/rebalance/place-partitions'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import type { Changed } from './changed'
import { lookAtPlacement } from './look-at-placement'
import type { Standing } from './standing'

const GIB = 1024 ** 3

/** Partitions come to lie elsewhere on the brokers there are, or to be led by others; nothing else changes. */
export async function changePlacement(
  standing: Standing,
  source: ClusterSpecification,
  wish: PlacementWish,
): Promise<Changed> {
  const refused = (message: string): Changed => ({
    refusals: [{ field: 'placement', message }],
    specification: source,
  })
  const question = await lookAtPlacement(standing, source.brokerCount)
  if ('problem' in question) return refused(question.problem)
  const proposal = placePartitions({ ...question, volumeBytes: source.volumeSizeGiB * GIB }, wish)
  return 'refusal' in proposal ? refused(proposal.refusal) : { refusals: [], specification: source, proposal }
}
