import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { defaultLabels } from '@/lib/domain/metrics/labels'
import type { CloudWatchVerb } from '../../http/cloudwatch/cloudwatch-verb'
import { validationError } from '../../http/cloudwatch/cloudwatch-error'
import { nextToken, placeIn } from '../../http/cloudwatch/next-token'
import { checkQueries, type CheckedQuery } from './check-queries'
import { readMetrics } from './read-metrics'

const QUERIES_MAX = 500

export const getMetricData: CloudWatchVerb<typeof cloudWatchOperations.GetMetricData> = async ({
  ctx,
  input,
}) => {
  const { NextToken, MaxDatapoints, MetricDataQueries, StartTime, EndTime, ScanBy } = input
  if (MetricDataQueries.length === 0)
    throw validationError('The parameter MetricDataQueries must have at least one member.')
  if (MetricDataQueries.length > QUERIES_MAX) {
    throw validationError(
      `The collection MetricDataQueries must not have a size greater than ${QUERIES_MAX}.`,
    )
  }
  if (StartTime === EndTime)
    throw validationError('The parameter StartTime must not equal parameter EndTime.')
  if (StartTime > EndTime)
    throw validationError('The parameter StartTime must be less than the parameter EndTime.')
  const question = { MetricDataQueries, StartTime, EndTime, ScanBy, region: ctx.region }
  const skipped = Number(placeIn(question, NextToken) ?? 0)
  const queries = checkQueries(MetricDataQueries, 'MetricDataQueries')
  const results = await readMetrics(ctx.region, queries, { from: StartTime, to: EndTime })
  const labelOf = labels(queries)
  const all = results.flatMap(({ id, series }) =>
    series.map(({ label, points }) => ({
      Id: id,
      Label: labelOf(id, label, series.length > 1),
      points: [...points].toSorted(([a], [b]) => (ScanBy === 'TimestampAscending' ? a - b : b - a)),
    })),
  )
  const total = all.reduce((sum, { points }) => sum + points.length, 0)
  const isMore = total > skipped + MaxDatapoints
  return {
    MetricDataResults: pageOf(all, skipped, MaxDatapoints),
    ...(isMore ? { NextToken: nextToken(question, skipped + MaxDatapoints) } : {}),
    Messages: [],
  }
}

/** A caller's own label; else what tells the metric from the others. Members of an array are told by their metric. */
function labels(queries: readonly CheckedQuery[]) {
  const metrics = queries.flatMap(({ id, metric }) => (metric ? [{ id, ...metric }] : []))
  const defaults = defaultLabels(metrics)
  const own = new Map(queries.map(({ id, label }) => [id, label]))
  const named = (id: string): string => own.get(id) ?? defaults.get(id) ?? id
  return (id: string, member: string, isMember: boolean): string =>
    isMember ? `${named(id)} ${named(member)}` : named(id)
}

type Result = { Id: string; Label: string; points: [number, number][] }

/** The points of all results form one row, out of which the page is cut. An empty result is on the first page. */
function pageOf(results: readonly Result[], skipped: number, size: number) {
  let before = 0
  return results.flatMap(({ Id, Label, points }) => {
    const from = Math.max(0, skipped - before)
    const to = Math.min(points.length, skipped + size - before)
    before += points.length
    const isHere = points.length === 0 ? skipped === 0 : from < to
    if (!isHere) return []
    const shown = points.slice(from, to)
    return [
      {
        Id,
        Label,
        Timestamps: shown.map(([at]) => new Date(at)),
        Values: shown.map(([, value]) => value),
        StatusCode: to < points.length ? ('PartialData' as const) : ('Complete' as const),
      },
    ]
  })
}
