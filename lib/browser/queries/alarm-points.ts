import { queryOptions } from '@tanstack/react-query'
import type { AlarmQuery } from '../alarm/wire'
import { getMetricData } from '../call-cloudwatch'
import { serverNow } from '../clock'
import type { Points } from '../metrics/points'
import { alignedSpan } from '../metrics/step'
import { endsOf, writeRange, type Span, type TimeRange } from '../metrics/time-range'

/** How often something is measured. */
const STEP_MS = 10_000

/** One question a list of queries: each is an alarm, whose ids are its own. */
type Ask = {
  region: string
  range: TimeRange
  stepMs: number
  alarms: readonly (readonly AlarmQuery[])[]
}
export type AlarmPoints = { window: Span; points: readonly Points[] }

/** What alarms see: their own queries, mathematics included, over a stretch of time. */
export const alarmPointsQuery = ({ region, range, stepMs, alarms }: Ask) =>
  queryOptions({
    queryKey: ['alarmPoints', region, writeRange(range), stepMs, JSON.stringify(alarms)] as const,
    queryFn: async ({ signal }): Promise<AlarmPoints> => {
      const window = alignedSpan(endsOf(range, serverNow()), stepMs)
      const read = (queries: readonly AlarmQuery[]) => readOne(queries, window, stepMs, { region, signal })
      return { window, points: await Promise.all(alarms.map(read)) }
    },
    // A new cluster's first points come at any moment: they suggest the limit one waits for.
    refetchInterval: ({ state }) =>
      state.data?.points.some(({ at }) => at.length > 0) === true
        ? Math.max(STEP_MS, Math.min(stepMs, 60_000))
        : STEP_MS,
    structuralSharing: false,
    gcTime: 60_000,
    placeholderData: (before) => before,
  })

async function readOne(
  queries: readonly AlarmQuery[],
  { from, to }: Span,
  stepMs: number,
  options: { region: string; signal: AbortSignal },
): Promise<Points> {
  const points = { at: new Array<number>(), values: new Array<number>() }
  let token: string | undefined
  do {
    const reply = await getMetricData(
      {
        MetricDataQueries: queries,
        StartTime: from / 1000,
        EndTime: (to + stepMs) / 1000,
        ScanBy: 'TimestampAscending',
        ...(token === undefined ? {} : { NextToken: token }),
      },
      options,
    )
    const [series] = reply.MetricDataResults
    points.at.push(...(series?.Timestamps ?? []).map((seconds) => seconds * 1000))
    points.values.push(...(series?.Values ?? []))
    token = reply.NextToken
  } while (token !== undefined)
  return points
}
