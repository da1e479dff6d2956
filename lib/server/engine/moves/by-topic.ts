import { numberOf, topicOf } from '@/lib/domain/plan/partitions/partition-id'
import type { PartitionId } from '@/lib/domain/plan/world'

/** Kafka asks topic by topic what the planner says partition by partition. */
export function byTopic<Entry extends { id: PartitionId }>(
  entries: readonly Entry[],
): readonly { topic: string; entries: readonly { number: number; entry: Entry }[] }[] {
  const topics = new Map<string, { number: number; entry: Entry }[]>()
  for (const entry of entries) {
    const topic = topicOf(entry.id)
    topics.set(topic, [...(topics.get(topic) ?? []), { number: numberOf(entry.id), entry }])
  }
  return [...topics].map(([topic, found]) => ({ topic, entries: found }))
}
