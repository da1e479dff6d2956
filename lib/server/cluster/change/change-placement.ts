import type { ClusterSpecification } from '@/lib/domain/cluster'
import { topicOf } from '@/lib/domain/plan/partitions/partition-id'
import { proposeRebalance } from '@/lib/domain/rebalance/propose-rebalance'
import type { RebalanceProposal } from '@/lib/domain/rebalance/proposal'
import type { RebalanceQuestion } from '@/lib/domain/rebalance/question'
import { changeReplicationFactor } from '@/lib/domain/rebalance/replication-factor'
import { loadCluster } from '../../engine/stored/stored-cluster'
import { database } from '../../process'
import type { Changed } from './changed'
import { lookAtPlacement } from './look-at-placement'

type Row = { id: string }

/** Partitions come to lie level on the brokers there are; nothing else changes. */
export const changePlacement = (row: Row, source: ClusterSpecification): Promise<Changed> =>
  moving(row, source, (question) => {
    const proposal = proposeRebalance(question)
    const isLevel = 'Nothing would be moved: replicas, leaders and bytes are level already.'
    return proposal.moves.length === 0 ? { refusal: isLevel } : proposal
  })

/** The partitions of one topic come to have so many replicas, apart by zone; those that stay lie where they lie. */
export const changeReplication = (
  row: Row,
  source: ClusterSpecification,
  { topic, factor }: { topic: string; factor: number },
): Promise<Changed> =>
  moving(row, source, ({ partitions, ...rest }) => {
    const isOf = ({ id }: { id: string }): boolean => topicOf(id) === topic
    const asked = partitions.filter(isOf)
    if (asked.length === 0) return { refusal: `There is no topic ${topic}.` }
    const others = partitions.filter((each) => !isOf(each))
    const proposal = changeReplicationFactor({ ...rest, partitions: asked, others, factor })
    if ('refusal' in proposal || proposal.moves.length > 0) return proposal
    return { refusal: `Every partition of ${topic} has ${factor} replicas already.` }
  })

async function moving(
  { id }: Row,
  source: ClusterSpecification,
  propose: (question: RebalanceQuestion) => RebalanceProposal | { refusal: string },
): Promise<Changed> {
  const refused = (message: string): Changed => ({
    refusals: [{ field: 'placement', message }],
    specification: source,
  })
  const stored = await loadCluster(database(), id)
  if (!stored) return refused('The cluster is gone.')
  const question = await lookAtPlacement(stored, source.brokerCount)
  if ('problem' in question) return refused(question.problem)
  const proposal = propose(question)
  return 'refusal' in proposal ? refused(proposal.refusal) : { refusals: [], specification: source, proposal }
}
