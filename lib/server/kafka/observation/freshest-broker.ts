import type { NodeId } from '@/lib/domain/plan/world'
import type { QuorumPartition } from '../rpc/describe-quorum'
import { metadata } from '../rpc/metadata'
import type { KafkaConnection } from '../wire/connection'

export type AnsweringBroker = { id: NodeId; connection: KafkaConnection }

/**
 * Every broker answers from its own copy of the cluster's metadata, and one that was paused or cut off answers from
 * an old one. In KRaft the quorum's leader knows how far each copy is: the one furthest on is asked.
 */
export function freshestByQuorum(
  brokers: readonly AnsweringBroker[],
  quorum: QuorumPartition | null,
): KafkaConnection | null {
  const offsets = new Map(
    [...(quorum?.currentVoters ?? []), ...(quorum?.observers ?? [])].map((replica) => [
      replica.replicaId,
      replica.logEndOffset,
    ]),
  )
  const offsetOf = ({ id }: AnsweringBroker): bigint => offsets.get(id) ?? -1n
  const sorted = brokers.toSorted((a, b) => Number(offsetOf(b) - offsetOf(a)))
  return sorted[0]?.connection ?? null
}

/**
 * With ZooKeeper the controller is a broker that tells all others: it is asked if it answers, else the one that
 * knows of most brokers (a broker just started knows none until the controller has told it).
 */
export async function freshestByController(
  brokers: readonly AnsweringBroker[],
  timeoutMs: number,
): Promise<KafkaConnection | null> {
  const views = await Promise.all(
    brokers.map(async ({ id, connection }) => {
      const view = await connection.call(metadata, { topics: [] }, timeoutMs).catch(() => null)
      return { connection, isController: view?.controllerId === id, knows: view?.brokers.length ?? 0 }
    }),
  )
  const sorted = views
    .filter(({ knows }) => knows > 0)
    .toSorted((a, b) => Number(b.isController) - Number(a.isController) || b.knows - a.knows)
  return sorted[0]?.connection ?? null
}
