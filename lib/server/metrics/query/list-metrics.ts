import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { NAMESPACE } from '@/lib/contract/cloudwatch/wire'
import { seriesKey, type Series } from '@/lib/domain/metrics/series'
import type { CloudWatchVerb } from '../../http/cloudwatch/cloudwatch-verb'
import { nextToken, placeIn } from '../../http/cloudwatch/next-token'
import { metricStore } from '../../process'
import { wireDimensions } from './dimensions'

type Row = typeof cloudWatchOperations.ListMetrics
type Wanted = Parameters<CloudWatchVerb<Row>>[0]['input']['Dimensions']

const PAGE = 500
const HOUR_MS = 3_600_000
/** CloudWatch lists a metric until two weeks after its last reading. */
const LISTED_MS = 14 * 24 * HOUR_MS
const RECENT_MS = 3 * HOUR_MS

export const listMetrics: CloudWatchVerb<Row> = async ({ ctx, input }) => {
  const { Namespace = NAMESPACE, MetricName, Dimensions, RecentlyActive, NextToken } = input
  const question = { Namespace, MetricName, Dimensions, RecentlyActive, region: ctx.region }
  const after = placeIn(question, NextToken)
  if (Namespace !== NAMESPACE) return { Metrics: [] }
  const found = await metricStore().list({
    region: ctx.region,
    ...(MetricName === undefined ? {} : { metric: MetricName }),
    recentlyActiveMs: RecentlyActive === undefined ? LISTED_MS : RECENT_MS,
  })
  const rest = found
    .filter((series) => fits(series, Dimensions))
    .map((series) => ({ series, key: seriesKey(series) }))
    .filter(({ key }) => after === null || key > String(after))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const page = rest.slice(0, PAGE)
  const last = page.at(-1)
  return {
    Metrics: page.map(({ series }) => ({
      Namespace: NAMESPACE,
      MetricName: series.metric,
      Dimensions: wireDimensions(series.dimensions),
    })),
    ...(rest.length > PAGE && last ? { NextToken: nextToken(question, last.key) } : {}),
  }
}

/** A dimension without a value is one that the metric has, whatever its value. */
const fits = ({ dimensions }: Series, wanted: Wanted): boolean =>
  wanted.every(({ Name, Value }) =>
    wireDimensions(dimensions).some(
      (own) => own.Name === Name && (Value === undefined || own.Value === Value),
    ),
  )
