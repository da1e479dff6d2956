import { indexPartitions } from '@/lib/domain/plan/partitions/partition-index'
import { isKnown, type KafkaObservation, type NodeId } from '@/lib/domain/plan/world'

/** What pages tell about partitions. */
export type PartitionCounts = {
  partitions: number
  offline: number
  underReplicated: number
  /** Topics of users. */
  topics: number
  byNode: ReadonlyMap<NodeId, { leads: number; inSync: number; replicas: number }>
}

/** Partitions are looked at seldom while nothing happens; what was seen longer ago than this is not shown. */
const SHOWN_FOR_MS = 90_000

export function partitionCounts(
  section: KafkaObservation['partitions'],
  now: number,
): PartitionCounts | null {
  if (!isKnown(section) || now - section.at > SHOWN_FOR_MS) return null
  const { total, offline, underReplicated, topics, placed, behind, leads } = indexPartitions(section.value)
  const byNode = new Map(
    [...placed].map(([node, { length: replicas }]) => [
      node,
      { leads: leads.get(node) ?? 0, inSync: replicas - (behind.get(node) ?? 0), replicas },
    ]),
  )
  return { partitions: total, offline, underReplicated, topics, byNode }
}
