import type { TopicFigures, TopicRow } from '@/lib/contract/console/topics'

/** A row of the list with what was counted apart from it; null where not known. */
export type ListedTopic = TopicRow & { messages: number | null; diskBytes: number | null }

export const TOPIC_FILTERS = ['all', 'behind', 'offline'] as const
export type TopicFilter = (typeof TOPIC_FILTERS)[number]

export const isTopicFilter = (text: string): text is TopicFilter =>
  TOPIC_FILTERS.some((each) => each === text)

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

const FITS: Record<TopicFilter, (topic: TopicRow) => boolean> = {
  all: () => true,
  behind: ({ behind }) => behind > 0,
  offline: ({ offline }) => offline > 0,
}

/** Every word has to be in the name. */
export function foundTopics<Row extends TopicRow>(
  topics: readonly Row[],
  { words, filter }: { words: string; filter: TopicFilter },
): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return topics.filter((topic) => {
    const name = topic.name.toLowerCase()
    return FITS[filter](topic) && wanted.every((word) => name.includes(word))
  })
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
