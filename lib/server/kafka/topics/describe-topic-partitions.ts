import type { KafkaAdmin } from '../admin'
import { existingTopic } from './existing-topic'

export type TopicPartition = {
  partition: number
  /** Null while no replica leads. */
  leader: number | null
  /** The first one is the preferred leader. */
  replicas: readonly number[]
  isr: readonly number[]
}

/** By number. */
export async function describeTopicPartitions(
  admin: KafkaAdmin,
  name: string,
): Promise<readonly TopicPartition[]> {
  const { partitions } = await existingTopic(admin, name)
  return partitions
    .map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => ({
      partition: partitionIndex,
      leader: leaderId < 0 ? null : leaderId,
      replicas: replicaNodes,
      isr: isrNodes,
    }))
    .toSorted((a, b) => a.partition - b.partition)
}
