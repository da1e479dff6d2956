import type { PartitionId } from '@/lib/domain/plan/world'

/** Kafka asks topic by topic what the planner says partition by partition. */
export function byTopic<Entry extends { id: PartitionId }>(
  entries: readonly Entry[],
): readonly { topic: string; entries: readonly { number: number; entry: Entry }[] }[] {
  const topics = new Map<string, { number: number; entry: Entry }[]>()
  for (const entry of entries) {
    const end = entry.id.lastIndexOf('-')
    const topic = entry.id.slice(0, end)
    topics.set(topic, [...(topics.get(topic) ?? []), { number: Number(entry.id.slice(end + 1)), entry }])
  }
  return [...topics].map(([topic, found]) => ({ topic, entries: found }))
}
