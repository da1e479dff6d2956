import type { MetadataTopic } from '../rpc/metadata'

export type TopicSummary = {
  name: string
  isInternal: boolean
  partitionCount: number
  replicationFactor: number
  /** Replicas that are not in the ISR of their partition, over all partitions. */
  outOfSyncReplicaCount: number
  /** Partitions no replica leads. */
  offlinePartitionCount: number
}

export const summaryOf = ({ name, isInternal, partitions }: MetadataTopic): TopicSummary => ({
  name: name ?? '',
  isInternal: isInternal ?? false,
  partitionCount: partitions.length,
  replicationFactor: partitions[0]?.replicaNodes.length ?? 0,
  outOfSyncReplicaCount: partitions.reduce(
    (sum, { replicaNodes, isrNodes }) => sum + replicaNodes.filter((id) => !isrNodes.includes(id)).length,
    0,
  ),
  offlinePartitionCount: partitions.reduce((sum, { leaderId }) => sum + (leaderId < 0 ? 1 : 0), 0),
})
