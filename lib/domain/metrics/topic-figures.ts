import { includesLevel, type MonitoringLevel } from './level'
import { perSecond, spanOf } from './rates'
import { TOPIC_COUNTERS, type Figure, type TopicCounter, type TopicSample } from './sample'

/** Bytes are counted per topic at every level, as on MSK. */
const LEVELS: Record<TopicCounter, MonitoringLevel> = {
  BytesInPerSec: 'DEFAULT',
  BytesOutPerSec: 'DEFAULT',
  MessagesInPerSec: 'PER_TOPIC_PER_BROKER',
  ProduceMessageConversionsPerSec: 'PER_TOPIC_PER_BROKER',
  FetchMessageConversionsPerSec: 'PER_TOPIC_PER_BROKER',
}

export const topicCountersOf = (level: MonitoringLevel): readonly TopicCounter[] =>
  TOPIC_COUNTERS.filter((counter) => includesLevel(level, LEVELS[counter]))

/**
 * Rates per topic on one broker. A topic has its counters where it is led, from its first record on: one that was
 * missing in a reading of the same process stood at zero.
 */
export function topicFigures(
  before: TopicSample | null,
  now: TopicSample,
  periodMs: number,
): readonly Figure[] {
  const span = spanOf(before, now, periodMs)
  if (span === null) return []
  return [...now.counters].flatMap(([metric, topics]) => {
    const earlier = span.isFirst ? new Map<string, number>() : before?.counters.get(metric)
    // Not asked for last time: what it counted since is not known.
    if (earlier === undefined) return []
    return [...topics].map(([topic, count]) => ({
      metric,
      value: perSecond(earlier.get(topic), count, span),
      dimensions: { Topic: topic },
    }))
  })
}
