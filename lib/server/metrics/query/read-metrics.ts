import { evaluateQueries, type MathResult } from '@/lib/domain/metrics/expression/queries'
import { statisticOf } from '@/lib/domain/metrics/statistic-name'
import { pointsIn, readableWindow, type Window } from '@/lib/domain/metrics/window'
import { systemClock } from '../../clock'
import { validationError } from '../../http/cloudwatch/cloudwatch-error'
import { metricStore } from '../../process'
import type { SeriesQuery } from '../store/metric-store'
import type { CheckedMetric, CheckedQuery } from './check-queries'

/** What one question may take out of the store; CloudWatch pages, but mathematics need all of it at once. */
const POINTS_MAX = 2_000_000

/** The results of queries over one window: all metrics are read at once, then the expressions are evaluated. */
export async function readMetrics(
  region: string,
  queries: readonly CheckedQuery[],
  window: Window,
): Promise<readonly MathResult[]> {
  const asked = queries.flatMap(({ id, metric }) => {
    const query = metric && seriesQuery(region, metric, window)
    return query ? [{ id, query, statistic: metric.statistic }] : []
  })
  const total = asked.reduce((sum, { query }) => sum + pointsIn(query, query.periodMs), 0)
  if (total > POINTS_MAX) {
    throw validationError(
      `You have requested up to ${total} datapoints, which exceeds the limit of ${POINTS_MAX}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    )
  }
  const read = await metricStore().read(asked.map(({ query }) => query))
  const points = new Map(
    asked.map(({ id, statistic }, index) => {
      const buckets = (read[index] ?? []).flatMap((bucket): [number, number][] => {
        const value = statisticOf(statistic, bucket)
        return value === undefined || !Number.isFinite(value) ? [] : [[bucket.at, value]]
      })
      return [id, new Map(buckets)]
    }),
  )
  return evaluateQueries(queries, (id) => points.get(id) ?? new Map())
}

function seriesQuery(
  region: string,
  { name, dimensions, statistic, periodMs }: CheckedMetric,
  window: Window,
): SeriesQuery | null {
  if (dimensions === null) return null
  const readable = readableWindow(window, periodMs, systemClock.now())
  if (readable.from >= readable.to) return null
  return {
    series: { region, metric: name, dimensions },
    ...readable,
    periodMs,
    ...(statistic.is === 'percentile' ? { percentiles: [statistic.percent] } : {}),
  }
}
