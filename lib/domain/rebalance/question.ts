import type { NodeId, PartitionId } from '../plan/world'

export type PlacedPartition = {
  id: PartitionId
  /** The first is to lead. */
  replicas: readonly NodeId[]
  /** Of one copy; null where not known, which counts as nothing. */
  bytes: number | null
  /** Who leads it now, where its first replica is in sync and does not. */
  ledBy?: NodeId | undefined
}

export type BrokerPlace = { id: NodeId; zoneId: string }

export type RebalanceQuestion = {
  partitions: readonly PlacedPartition[]
  /** The rest of what the brokers hold: it stays as it is, and says who is least loaded. */
  others?: readonly PlacedPartition[]
  /** All that hold something or may hold something. Whatever lies on any other is moved off it, as if it left. */
  brokers: readonly BrokerPlace[]
  /** These shall hold nothing afterwards. */
  leaving: ReadonlySet<NodeId>
}
