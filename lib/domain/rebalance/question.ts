import type { NodeId, PartitionId } from '../plan/world'

export type PlacedPartition = {
  id: PartitionId
  /** The first is to lead. */
  replicas: readonly NodeId[]
  /** Of one copy; null where not known, which counts as nothing. */
  bytes: number | null
}

export type BrokerPlace = { id: NodeId; zoneId: string }

export type RebalanceQuestion = {
  partitions: readonly PlacedPartition[]
  /** All that hold something or may hold something. Whatever lies on any other is moved off it, as if it left. */
  brokers: readonly BrokerPlace[]
  /** These shall hold nothing afterwards. */
  leaving: ReadonlySet<NodeId>
}
