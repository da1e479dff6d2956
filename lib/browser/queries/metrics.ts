import { queryOptions } from '@tanstack/react-query'
import type { AlarmQuery } from '../alarm/wire'
import { getMetricData } from '../call-cloudwatch'
import type { CallOptions } from '../call'
import { serverNow } from '../clock'
import { isStreaming } from '../live'
import { joinPoints, NO_POINTS, type Points } from '../metrics/points'
import { alignedSpan } from '../metrics/step'
import { endsOf, writeRange, type Span, type TimeRange } from '../metrics/time-range'
import { wantKey, type Want } from '../metrics/want'
import { metricKeys } from './keys'

const NAMESPACE = 'AWS/Kafka'
/** CloudWatch takes 500 in a request; smaller ones are read and drawn sooner. */
const QUERIES_MAX = 100
/** Hints come after each collection; without the event stream this is the pace. */
const COLLECTED_EVERY_MS = 10_000
const WITH_HINTS_MS = 60_000

export type MetricsAsk = {
  clusterId: string
  region: string
  range: TimeRange
  /** The period of the page. A want may have a longer one. */
  stepMs: number
  wants: readonly Want[]
}
/** What is held of the wants, by their keys, and the window it was asked for. */
export type HeldMetrics = {
  window: Span
  stepMs: number
  askedAt: number
  points: ReadonlyMap<string, Points>
}

const dataKey = ({ clusterId, region, range, stepMs, wants }: MetricsAsk) =>
  [
    ...metricKeys.cluster(clusterId),
    region,
    writeRange(range),
    stepMs,
    wants.map(wantKey).join('\n'),
  ] as const

/**
 * All series of a page in one query. What is held is asked for once: afterwards only what came since, and what left
 * the window is dropped, so that an open page costs the same on its hundredth minute as on its first.
 */
export const metricsQuery = (ask: MetricsAsk) =>
  queryOptions({
    queryKey: dataKey(ask),
    queryFn: async ({ client, signal }): Promise<HeldMetrics> => {
      const held = client.getQueryData<HeldMetrics>(dataKey(ask))
      const askedAt = serverNow()
      if (held !== undefined && !isDue(ask, held, askedAt)) return held
      await afterFrame()
      const window = alignedSpan(endsOf(ask.range, askedAt), ask.stepMs)
      const since = held === undefined ? window.from : sinceOf(ask, held)
      const fresh = await read(
        ask,
        { from: Math.max(window.from, since), to: window.to + longestStep(ask) },
        { signal },
      )
      return {
        window,
        stepMs: ask.stepMs,
        askedAt,
        points: new Map(
          ask.wants.map((want) => {
            const key = wantKey(want)
            const before = held?.points.get(key) ?? NO_POINTS
            return [key, joinPoints(before, fresh.get(key) ?? NO_POINTS, since, window.from)]
          }),
        ),
      }
    },
    // Points are the same objects while nothing came; comparing tens of thousands of numbers finds nothing more.
    structuralSharing: false,
    refetchInterval: () => (isStreaming() ? WITH_HINTS_MS : COLLECTED_EVERY_MS),
    // One page of a day is some megabytes: what is no longer looked at goes.
    gcTime: 60_000,
    placeholderData: (before) => before,
  })

/** Asking about hundreds of series takes a moment of its own: whatever was pressed is on the screen first. */
const afterFrame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FRAME_MS_MAX))
const FRAME_MS_MAX = 33

/** A stretch of the past that was read whole does not change; a coarse one changes seldom. */
function isDue({ range, stepMs }: MetricsAsk, held: HeldMetrics, nowMs: number): boolean {
  if (!('last' in range) && held.askedAt > range.to + 2 * stepMs) return false
  return nowMs - held.askedAt >= Math.min(60_000, stepMs / 6) || stepMs <= COLLECTED_EVERY_MS
}

/** The last periods are read again: some of their readings may have come late. */
function sinceOf(ask: MetricsAsk, held: HeldMetrics): number {
  const longest = longestStep(ask)
  return Math.floor((held.askedAt - 30_000) / longest) * longest - longest
}

const longestStep = ({ stepMs, wants }: MetricsAsk): number =>
  wants.reduce((longest, want) => Math.max(longest, want.stepMs), stepMs)

async function read(ask: MetricsAsk, span: Span, options: CallOptions): Promise<Map<string, Points>> {
  const parts: Want[][] = []
  for (let begin = 0; begin < ask.wants.length; begin += QUERIES_MAX)
    parts.push(ask.wants.slice(begin, begin + QUERIES_MAX))
  const found = await Promise.all(
    parts.map((part) => readPart(part, span, { ...options, region: ask.region })),
  )
  return new Map(found.flatMap((each) => [...each]))
}

async function readPart(wants: readonly Want[], { from, to }: Span, options: CallOptions) {
  const found = new Map<string, { at: number[]; values: number[] }>()
  let token: string | undefined
  do {
    const reply = await getMetricData(
      {
        MetricDataQueries: wants.map(queryOf),
        StartTime: from / 1000,
        EndTime: to / 1000,
        ScanBy: 'TimestampAscending',
        ...(token === undefined ? {} : { NextToken: token }),
      },
      options,
    )
    for (const { Id, Timestamps, Values } of reply.MetricDataResults) {
      const want = wants[Number(Id.slice(1))]
      if (want === undefined) continue
      const points = found.get(wantKey(want)) ?? { at: [], values: [] }
      for (const seconds of Timestamps) points.at.push(seconds * 1000)
      for (const value of Values) points.values.push(value)
      found.set(wantKey(want), points)
    }
    token = reply.NextToken
  } while (token !== undefined)
  return found
}

const queryOf = ({ metric, dimensions, statistic, stepMs }: Want, place: number): AlarmQuery => ({
  Id: `m${place}`,
  MetricStat: {
    Metric: {
      Namespace: NAMESPACE,
      MetricName: metric,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    },
    Period: stepMs / 1000,
    Stat: statistic,
  },
})
