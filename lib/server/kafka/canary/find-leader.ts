import { formatEndpoint, type Endpoint } from '@/lib/domain/node'
import type { NodeId } from '@/lib/domain/plan/world'
import { clusterView } from '../cluster-view'
import type { PartitionLog } from '../records/partition-log'
import { openConnection } from '../wire/connection'

const QUESTION_MS = 1_500

/** Whoever leads the partition now, as the first broker that answers says. Throws where none knows. */
export const findLeader = (
  brokers: readonly Endpoint[],
  log: PartitionLog,
  connectTimeoutMs: number,
): Promise<{ node: NodeId; endpoint: Endpoint }> =>
  Promise.any(brokers.map((broker) => leaderSeenBy(broker, log, connectTimeoutMs)))

async function leaderSeenBy(broker: Endpoint, { topic, partition }: PartitionLog, connectTimeoutMs: number) {
  const connection = await openConnection({ endpoint: broker, connectTimeoutMs })
  try {
    const { brokers, topics } = await clusterView(connection, [topic], QUESTION_MS)
    const seen = topics[0]?.partitions.find(({ partitionIndex }) => partitionIndex === partition)
    const leader = brokers.find(({ nodeId }) => nodeId === seen?.leaderId)
    if (leader === undefined)
      throw new Error(`${formatEndpoint(broker)} knows no leader of ${topic}-${partition}.`)
    return { node: leader.nodeId, endpoint: { host: leader.host, port: leader.port } }
  } finally {
    connection.close()
  }
}
