import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { NAMESPACE } from '@/lib/contract/cloudwatch/wire'
import { parseStatistic, statisticOf } from '@/lib/domain/metrics/statistic-name'
import { unitOf } from '@/lib/domain/metrics/unit-of'
import { isPeriod, periodMsOf, pointsIn, readableWindow } from '@/lib/domain/metrics/window'
import { systemClock } from '../../clock'
import type { CloudWatchVerb } from '../../http/cloudwatch/cloudwatch-verb'
import { invalidCombination, invalidValue } from '../../http/cloudwatch/cloudwatch-error'
import { metricStore } from '../../process'
import type { ReadBucket } from '../store/metric-store'
import { wrongPeriod, wrongStatistic } from './check-queries'
import { knownDimensions } from './dimensions'

type Row = typeof cloudWatchOperations.GetMetricStatistics
type Input = Parameters<CloudWatchVerb<Row>>[0]['input']

const POINTS_MAX = 1_440

export const getMetricStatistics: CloudWatchVerb<Row> = async ({ ctx, input }) => {
  const percents = checked(input)
  const { MetricName, Namespace, Dimensions, StartTime, EndTime, Period } = input
  const unit = unitOf(MetricName)
  const isHere = Namespace === NAMESPACE && (input.Unit ?? unit) === unit
  const dimensions = isHere ? knownDimensions(Dimensions) : null
  const periodMs = periodMsOf(Period)
  const window = readableWindow({ from: StartTime, to: EndTime }, periodMs, systemClock.now())
  if (dimensions === null || window.from >= window.to) return { Label: MetricName, Datapoints: [] }
  const series = { region: ctx.region, metric: MetricName, dimensions }
  const percentiles = percents.map(({ percent }) => percent)
  const [buckets = []] = await metricStore().read([{ series, ...window, periodMs, percentiles }])
  return { Label: MetricName, Datapoints: buckets.map((bucket) => datapoint(bucket, input, percents)) }
}

function checked({ StartTime, EndTime, Period, Statistics, ExtendedStatistics }: Input) {
  if (!isPeriod(Period)) throw invalidValue(wrongPeriod('Period'))
  if (StartTime === EndTime) throw invalidValue('The parameter StartTime must not equal parameter EndTime.')
  if (StartTime > EndTime)
    throw invalidValue('The parameter StartTime must be less than the parameter EndTime.')
  if (Statistics.length + ExtendedStatistics.length === 0)
    throw invalidCombination('Must specify either Statistics or ExtendedStatistics')
  const requested = pointsIn({ from: StartTime, to: EndTime }, Period * 1000)
  if (requested > POINTS_MAX) {
    throw invalidCombination(
      `You have requested up to ${requested.toLocaleString('en')} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    )
  }
  return ExtendedStatistics.map((name) => {
    const statistic = parseStatistic(name)
    if (statistic?.is !== 'percentile') throw invalidValue(wrongStatistic(name, 'ExtendedStatistics'))
    return { name, percent: statistic.percent }
  })
}

function datapoint(
  bucket: ReadBucket,
  { Statistics, MetricName }: Input,
  percents: readonly { name: string; percent: number }[],
) {
  const values = Statistics.map((name) => [name, statisticOf({ is: 'simple', name }, bucket)])
  const extended = percents.flatMap(({ name, percent }): [string, number][] => {
    const value = bucket.percentiles?.[percent]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    Timestamp: new Date(bucket.at),
    ...Object.fromEntries(values),
    Unit: unitOf(MetricName),
    ...(extended.length > 0 ? { ExtendedStatistics: new Map(extended) } : {}),
  }
}
