import { indexPartitions } from '@/lib/domain/plan/partitions/partition-index'
import type { Move } from '@/lib/domain/plan/plan'
import { isKnown, type NodeId, type PartitionId } from '@/lib/domain/plan/world'
import { openAdmin } from '../../kafka/admin'
import { electLeaders } from '../../kafka/rpc/elect-leaders'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'
import { byTopic } from './by-topic'

const TIMEOUT_MS = 5_000

type Elect = Extract<Move, { do: 'electPreferred' }>

/** What a partition answers is left to the next look: one that could not move stays where it is led. */
export async function electPreferred(
  cluster: StoredCluster,
  watch: Watch,
  { nodes, only }: Elect,
): Promise<void> {
  const partitions = strayedFrom(watch, nodes, only)
  if (partitions.length === 0) return
  const bootstrap = answeringBrokers(cluster, watch).map(({ endpoint }) => endpoint)
  const admin = openAdmin({ bootstrap, connectTimeoutMs: 1_000, timeoutMs: TIMEOUT_MS })
  try {
    await admin.command((controller) =>
      controller.call(electLeaders, { election: 'preferred', partitions, timeoutMs: TIMEOUT_MS }, TIMEOUT_MS),
    )
  } finally {
    admin.close()
  }
}

function strayedFrom(
  { kafka: { partitions } }: Watch,
  nodes: readonly NodeId[],
  only: readonly PartitionId[] | null,
) {
  if (!isKnown(partitions)) return []
  const { strayed } = indexPartitions(partitions.value)
  const wanted = only === null ? null : new Set(only)
  const ids = nodes
    .flatMap((node) => strayed.get(node) ?? [])
    .filter((id) => wanted === null || wanted.has(id))
    .map((id) => ({ id }))
  return byTopic(ids).map(({ topic, entries }) => ({
    topic,
    partitions: entries.map(({ number }) => number),
  }))
}
