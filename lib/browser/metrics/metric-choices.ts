import { METRICS, type Metric, type MetricUnit } from '@/lib/domain/metrics/catalogue'
import { includesLevel, type MonitoringLevel } from '@/lib/domain/metrics/level'
import { DIMENSION_NAMES, type DimensionName, type Dimensions } from '@/lib/domain/metrics/series'

/** What a figure is of, told by its dimensions; the order in which people look for them. */
export const METRIC_FAMILIES = ['cluster', 'broker', 'topic', 'group', 'partition', 'listener'] as const
export type MetricFamily = (typeof METRIC_FAMILIES)[number]

/** One metric of one family: a name that has two sets of dimensions is two choices. */
export type MetricChoice = {
  id: string
  name: string
  family: MetricFamily
  unit: MetricUnit
  level: MonitoringLevel
  statistic: Metric['statistic']
  /** Besides the cluster's name. */
  dimensions: readonly DimensionName[]
}

function familyOf(dimensions: readonly DimensionName[]): MetricFamily {
  if (dimensions.includes('Partition')) return 'partition'
  if (dimensions.includes('Consumer Group')) return 'group'
  if (dimensions.includes('Topic')) return 'topic'
  if (dimensions.includes('Client Authentication')) return 'listener'
  return dimensions.includes('Broker ID') ? 'broker' : 'cluster'
}

/** Everything that is measured, by what it is of and then by name. */
export const METRIC_CHOICES: readonly MetricChoice[] = METRICS.flatMap((metric) =>
  'unavailable' in metric
    ? []
    : metric.dimensions.map((names): MetricChoice => {
        const family = familyOf(names)
        const { name, unit, level, statistic } = metric
        return {
          id: `${family}:${name}`,
          name,
          family,
          unit,
          level,
          statistic,
          dimensions: names.filter((dimension) => dimension !== 'Cluster Name'),
        }
      }),
).toSorted(
  (one, other) =>
    METRIC_FAMILIES.indexOf(one.family) - METRIC_FAMILIES.indexOf(other.family) ||
    one.name.localeCompare(other.name),
)

const byId = new Map(METRIC_CHOICES.map((choice) => [choice.id, choice]))

export const metricChoice = (id: string): MetricChoice | null => byId.get(id) ?? null

/** The choice a series belongs to, by its metric and which dimensions it has. */
export const choiceOf = (metric: string, dimensions: Dimensions): MetricChoice | null =>
  metricChoice(`${familyOf(DIMENSION_NAMES.filter((name) => dimensions[name] !== undefined))}:${metric}`)

export const isKeptAt = ({ level }: MetricChoice, now: MonitoringLevel): boolean => includesLevel(now, level)

/** The series of a choice out of all its metric has, and those that fit what is already chosen of them. */
export const seriesOf = (
  choice: MetricChoice,
  found: readonly Dimensions[],
  chosen: Dimensions = {},
): readonly Dimensions[] =>
  found.filter(
    (series) =>
      DIMENSION_NAMES.every(
        (name) =>
          name === 'Cluster Name' || (series[name] !== undefined) === choice.dimensions.includes(name),
      ) && DIMENSION_NAMES.every((name) => chosen[name] === undefined || series[name] === chosen[name]),
  )

/** The values of one dimension among series, each once, in the order of their numbers or names. */
export const valuesOf = (name: DimensionName, series: readonly Dimensions[]): readonly string[] =>
  [...new Set(series.flatMap((each) => each[name] ?? []))].toSorted((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  )
