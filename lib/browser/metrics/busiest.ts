import type { Dimensions } from '@/lib/domain/metrics/series'
import type { Points } from './points'
import { stepsFor } from './step'
import type { Span } from './time-range'
import { wantKey, type Want } from './want'

/** Telling which of more topics than this are busy costs more than it tells. */
export const RANKED_MAX = 500

/** Kafka’s own topics come last. */
const ownFirst = (one: string, other: string): number =>
  Number(one.startsWith('__')) - Number(other.startsWith('__')) || one.localeCompare(other)

/** The topics that told anything lately. */
export const topicsOf = (series: readonly Dimensions[]): readonly string[] =>
  [...new Set(series.flatMap(({ Topic }) => Topic ?? []))].toSorted(ownFirst)

type Ask = { clusterName: string; brokers: readonly number[]; topics: readonly string[]; stepMs: number }

/** What it takes to know how busy topics are: what came into each, in as few points as there can be. */
export const rankWants = ({ clusterName, brokers, topics, stepMs }: Ask): readonly Want[] =>
  topics.slice(0, RANKED_MAX).flatMap((topic) =>
    brokers.map((broker) => ({
      metric: 'BytesInPerSec',
      statistic: 'Average',
      stepMs,
      dimensions: { 'Cluster Name': clusterName, 'Broker ID': String(broker), Topic: topic },
    })),
  )

export const rankStepMs = (span: Span, nowMs: number): number => (stepsFor(span, nowMs).at(-1) ?? 3600) * 1000

/** The busiest, in the order of their names, so that each keeps its look while their order changes. */
export function busiestOf(
  wants: readonly Want[],
  held: ReadonlyMap<string, Points>,
  count: number,
): readonly string[] {
  const sums = new Map<string, number>()
  for (const want of wants) {
    const { Topic: topic } = want.dimensions
    if (topic === undefined) continue
    const own = held.get(wantKey(want))?.values.reduce((sum, value) => sum + value, 0) ?? 0
    sums.set(topic, (sums.get(topic) ?? 0) + own)
  }
  return [...sums]
    .toSorted(([one, most], [other, least]) => least - most || ownFirst(one, other))
    .slice(0, count)
    .map(([topic]) => topic)
    .toSorted(ownFirst)
}
