import type { BrokerRule } from './broker-rules'
import { between, increase, type Histogram, type Span } from './rates'
import { valueKey, type Figure, type NodeSample } from './sample'

type Two = { before: NodeSample | null; now: NodeSample; span: Span | null }

/** Figures of a broker's own MBeans. Gauges are there at once, what is made of counters from the second reading on. */
export const brokerFigures = (rules: readonly BrokerRule[], two: Two): readonly Figure[] =>
  rules.flatMap((rule) => {
    const value = valueOf(rule, two)
    return value === null ? [] : [{ metric: rule.metric, value }]
  })

function valueOf(rule: BrokerRule, { before, now, span }: Two): number | null {
  if (rule.is === 'gauge') return now.values.get(valueKey(rule.mbean, rule.attribute)) ?? null
  if (span === null) return null
  const came = (mbean: string): number | null => increaseOf(mbean, before, now, span)
  switch (rule.is) {
    case 'rate': {
      const count = came(rule.mbean)
      return count === null ? null : (count * 1000) / span.elapsedMs
    }
    case 'idle': {
      const idleNs = came(rule.mbean)
      const elapsedMs = span.isFirst ? now.uptimeMs : span.elapsedMs
      // Kafka divides by the number of threads already. A reading is not exact to the millisecond.
      return idleNs === null ? null : Math.min(1, idleNs / NS_PER_MS / elapsedMs)
    }
    case 'percentile':
      return (came(rule.mbean) ?? 0) > 0
        ? (now.values.get(valueKey(rule.mbean, rule.attribute)) ?? null)
        : null
    case 'mean': {
      const { sum, count } = totalOf(rule.mbeans, before, now, span)
      return count === 0 ? null : sum / count
    }
    case 'time': {
      const counted = totalOf(rule.counted, before, now, span)
      const added = totalOf(rule.added, before, now, span)
      return counted.count === 0 ? null : (counted.sum + added.sum) / counted.count
    }
  }
}

const NS_PER_MS = 1e6

/** Null where nothing is known: of a counter that was not asked for in the reading before, the past is not known. */
function increaseOf(mbean: string, before: NodeSample | null, now: NodeSample, span: Span): number | null {
  const key = valueKey(mbean, 'Count')
  const [earlier, count] = [span.isFirst ? 0 : before?.values.get(key), now.values.get(key)]
  return earlier === undefined || count === undefined ? null : increase(earlier, count, span)
}

function totalOf(
  mbeans: readonly string[],
  before: NodeSample | null,
  now: NodeSample,
  span: Span,
): { sum: number; count: number } {
  const total = { sum: 0, count: 0 }
  for (const mbean of mbeans) {
    const histogram = histogramIn(now, mbean)
    const earlier = span.isFirst ? NOTHING : before && histogramIn(before, mbean)
    const came = histogram && earlier ? between(earlier, histogram, span) : null
    total.sum += came?.sum ?? 0
    total.count += came?.count ?? 0
  }
  return total
}

const NOTHING: Histogram = { count: 0, mean: 0 }

function histogramIn({ values }: NodeSample, mbean: string): Histogram | undefined {
  const count = values.get(valueKey(mbean, 'Count'))
  const mean = values.get(valueKey(mbean, 'Mean'))
  return count === undefined || mean === undefined ? undefined : { count, mean }
}
