import type { TopicFigures, TopicRow } from '@/lib/contract/console/topics'
import { PARTITION_STANDINGS, type PartitionStanding } from '@/lib/domain/topic'

/** A row of the list with what was counted apart from it; null where not known. */
export type ListedTopic = TopicRow & { messages: number | null; diskBytes: number | null }

export function listedTopics(
  topics: readonly TopicRow[],
  figures: TopicFigures | undefined,
): readonly ListedTopic[] {
  const byName = new Map(figures?.figures.map((figure) => [figure.name, figure]))
  return topics.map((topic) => {
    const figure = byName.get(topic.name)
    return { ...topic, messages: figure?.messages ?? null, diskBytes: figure?.diskBytes ?? null }
  })
}

/** How a topic's partitions stand; one that is both without leaders and behind is found by either. */
export function topicStandings({
  offline,
  behind,
}: Pick<TopicRow, 'offline' | 'behind'>): PartitionStanding[] {
  if (offline === 0 && behind === 0) return ['inSync']
  return PARTITION_STANDINGS.filter(
    (standing) => (standing === 'offline' && offline > 0) || (standing === 'behind' && behind > 0),
  )
}

export type TopicTotals = { topics: number; partitions: number; behind: number; offline: number }

export function topicTotals(topics: readonly TopicRow[]): TopicTotals {
  const totals = { topics: topics.length, partitions: 0, behind: 0, offline: 0 }
  for (const { partitions, behind, offline } of topics) {
    totals.partitions += partitions
    totals.behind += behind
    totals.offline += offline
  }
  return totals
}
