import type { MetadataTopic } from '../rpc/metadata'

export type TopicSummary = {
  name: string
  isInternal: boolean
  partitionCount: number
  replicationFactor: number
  /** Replicas that are not in the ISR of their partition, over all partitions. */
  outOfSyncReplicaCount: number
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
})
