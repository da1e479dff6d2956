import { DIMENSION_NAMES, type Dimensions } from '@/lib/domain/metrics/series'
import type { AlarmDefinition, AlarmQuery } from './wire'

/** What most alarms watch: one metric, or several of one series’ dimensions added up, as CpuUser + CpuSystem. */
export type Watched = {
  metrics: readonly string[]
  dimensions: Dimensions
  statistic: string
  periodS: number
}
type Definition = Pick<
  AlarmDefinition,
  | 'Metrics'
  | 'Namespace'
  | 'MetricName'
  | 'Dimensions'
  | 'Period'
  | 'Statistic'
  | 'ExtendedStatistic'
  | 'Unit'
>

export const NAMESPACE = 'AWS/Kafka'
const PERIOD_S = 60

/** Null: mathematics of its own, which only its expression tells. */
export function watchedOf(definition: Definition): Watched | null {
  const { Metrics, MetricName, Dimensions = [], Period = PERIOD_S } = definition
  if (Metrics === undefined) {
    if (MetricName === undefined) return null
    const statistic = definition.ExtendedStatistic ?? definition.Statistic ?? 'Average'
    return { metrics: [MetricName], dimensions: readDimensions(Dimensions), statistic, periodS: Period }
  }
  const stats = Metrics.flatMap(({ Id, MetricStat }) => (MetricStat ? [{ Id, ...MetricStat }] : []))
  const sums = Metrics.flatMap(({ Expression }) => Expression ?? [])
  const [first] = stats
  const isSum = sums.length === 1 && sums[0]?.replaceAll(/\s/g, '') === stats.map(({ Id }) => Id).join('+')
  if (first === undefined || !isSum || Metrics.length !== stats.length + 1) return null
  const key = ({ Metric, Period: seconds, Stat }: typeof first) =>
    JSON.stringify([readDimensions(Metric.Dimensions ?? []), seconds, Stat])
  if (stats.some((stat) => key(stat) !== key(first))) return null
  return {
    metrics: stats.flatMap(({ Metric }) => Metric.MetricName ?? []),
    dimensions: readDimensions(first.Metric.Dimensions ?? []),
    statistic: first.Stat,
    periodS: first.Period,
  }
}

/** The members of an alarm that say what it watches. */
export function definitionOf({ metrics, dimensions, statistic, periodS }: Watched) {
  const pairs = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
  const [only] = metrics
  if (metrics.length === 1 && only !== undefined) {
    const stat = /^p\d/.test(statistic) ? { ExtendedStatistic: statistic } : { Statistic: statistic }
    return { Namespace: NAMESPACE, MetricName: only, Dimensions: pairs, Period: periodS, ...stat }
  }
  const stats = metrics.map((MetricName, place) => ({
    Id: `m${place + 1}`,
    ReturnData: false,
    MetricStat: {
      Metric: { Namespace: NAMESPACE, MetricName, Dimensions: pairs },
      Period: periodS,
      Stat: statistic,
    },
  }))
  const sum = {
    Id: 'sum',
    ReturnData: true,
    Expression: stats.map(({ Id }) => Id).join(' + '),
    Label: metrics.join(' + '),
  }
  return { Metrics: [...stats, sum] }
}

/** What GetMetricData is asked to see what the alarm sees; in another period where its own is too fine to draw. */
export function queriesOf(definition: Definition, periodS = periodOf(definition)): readonly AlarmQuery[] {
  const { Metrics, Namespace, MetricName, Dimensions, Statistic, ExtendedStatistic } = definition
  if (Metrics !== undefined)
    return Metrics.map((query) =>
      query.MetricStat === undefined
        ? query
        : { ...query, MetricStat: { ...query.MetricStat, Period: periodS } },
    )
  const Stat = ExtendedStatistic ?? Statistic ?? 'Average'
  const Metric = { Namespace, MetricName, Dimensions }
  return [{ Id: 'm1', ReturnData: true, MetricStat: { Metric, Period: periodS, Stat } }]
}

export const periodOf = ({ Period, Metrics }: Definition): number =>
  Period ?? Metrics?.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period ?? PERIOD_S

/** What is compared with the threshold, in CloudWatch’s names. */
export function metricText(definition: Definition): string {
  const watched = watchedOf(definition)
  if (watched !== null) return watched.metrics.join(' + ')
  const told = definition.Metrics?.find(({ ReturnData = true }) => ReturnData)
  return told?.Label ?? told?.Expression ?? ''
}

/** The cluster an alarm is about; null where it names none or several. */
export function clusterNameOf(definition: Definition): string | null {
  const names = new Set(dimensionsOf(definition).flatMap((each) => each['Cluster Name'] ?? []))
  const [only] = names
  return names.size === 1 ? (only ?? null) : null
}

/** The dimensions of what it watches; of several metrics those of the first. */
export const seriesOf = (definition: Definition): Dimensions => dimensionsOf(definition)[0] ?? {}

const dimensionsOf = ({ Metrics, Dimensions }: Definition): readonly Dimensions[] =>
  Metrics === undefined
    ? [readDimensions(Dimensions ?? [])]
    : Metrics.flatMap(({ MetricStat }) =>
        MetricStat ? [readDimensions(MetricStat.Metric.Dimensions ?? [])] : [],
      )

function readDimensions(pairs: readonly { Name: string; Value: string }[]): Dimensions {
  const known = DIMENSION_NAMES.flatMap((name) => {
    const value = pairs.find(({ Name }) => Name === name)?.Value
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(known)
}
