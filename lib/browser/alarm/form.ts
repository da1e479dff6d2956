import type { AlarmRule, Comparison, MissingData } from '@/lib/domain/alarm/alarm'
import { timesProblem } from '@/lib/domain/alarm/limits'
import type { Dimensions } from '@/lib/domain/metrics/series'
import type { SuggestedCondition } from '@/lib/domain/alarm/suggest'
import { definitionOf, periodOf, queriesOf, watchedOf } from './watched'
import type { Alarm, AlarmDefinition } from './wire'

/** Fields hold what was typed. */
export type AlarmValues = {
  /** Empty: it is called after what it watches. */
  name: string
  description: string
  /** Metrics that are added up, with ` + ` between them. */
  metric: string
  /** The value of a `Target`. */
  of: string
  statistic: string
  period: string
  comparison: Comparison
  threshold: string
  periods: string
  points: string
  missing: MissingData
  /** ARNs of webhooks. */
  ringing: string[]
  over: string[]
}

export const metricsOf = (metric: string): readonly string[] => metric.split(' + ')

export const PERIODS_S = [10, 30, 60, 300, 900, 3_600] as const

type Begin = { metric: string; of: string; statistic: string; suggested: SuggestedCondition }

export const firstValues = ({ metric, of, statistic, suggested }: Begin): AlarmValues => ({
  name: '',
  description: '',
  metric,
  of,
  statistic,
  ...conditionValues(suggested),
  missing: 'missing',
  ringing: [],
  over: [],
})

/** What changes with the metric as long as nobody typed anything else. */
export const conditionValues = (suggested: SuggestedCondition) => ({
  period: String(suggested.periodS),
  comparison: suggested.comparison,
  threshold: suggested.threshold === null ? '' : String(suggested.threshold),
  periods: String(suggested.evaluationPeriods),
  points: String(suggested.evaluationPeriods),
})

/** An alarm as the form shows it. */
export function valuesOf(alarm: Alarm): AlarmValues {
  const watched = watchedOf(alarm)
  return {
    name: alarm.AlarmName,
    description: alarm.AlarmDescription ?? '',
    metric: watched?.metrics.join(' + ') ?? '',
    of: '',
    statistic: watched?.statistic ?? '',
    period: String(periodOf(alarm)),
    comparison: alarm.ComparisonOperator,
    threshold: String(alarm.Threshold),
    periods: String(alarm.EvaluationPeriods),
    points: String(alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods),
    missing: alarm.TreatMissingData ?? 'missing',
    ringing: alarm.AlarmActions,
    over: alarm.OKActions,
  }
}

const commonOf = (values: AlarmValues) => ({
  ...(values.description.trim() === '' ? {} : { AlarmDescription: values.description.trim() }),
  AlarmActions: values.ringing,
  OKActions: values.over,
  Threshold: values.threshold.trim() === '' ? Number.NaN : Number(values.threshold),
  ComparisonOperator: values.comparison,
  EvaluationPeriods: Number(values.periods),
  DatapointsToAlarm: Number(values.points),
  TreatMissingData: values.missing,
})

/** One new alarm for each of the series. */
export const newAlarms = (
  values: AlarmValues,
  clusterName: string,
  targets: readonly Dimensions[],
): readonly AlarmDefinition[] =>
  targets.map((dimensions) => ({
    AlarmName: nameFor(values, clusterName, dimensions, targets.length > 1),
    ActionsEnabled: true,
    InsufficientDataActions: [],
    ...commonOf(values),
    ...definitionOf({
      metrics: metricsOf(values.metric),
      dimensions,
      statistic: values.statistic,
      periodS: Number(values.period),
    }),
  }))

/** The alarm with what was changed; what the form does not show stays as it is. */
export function changedAlarm(alarm: Alarm, values: AlarmValues): AlarmDefinition {
  const { AlarmName, ActionsEnabled, InsufficientDataActions, Unit } = alarm
  const kept = { AlarmName, ActionsEnabled, InsufficientDataActions, ...commonOf(values) }
  const periodS = Number(values.period)
  const watched = watchedOf(alarm)
  if (watched === null) return { ...kept, Metrics: [...queriesOf(alarm, periodS)] }
  const changed = definitionOf({ ...watched, statistic: values.statistic, periodS })
  return { ...kept, ...changed, ...(Unit === undefined || 'Metrics' in changed ? {} : { Unit }) }
}

/** `orders-bytes-in-per-sec-broker-1`: as recommended alarms are called. */
function nameFor(
  { name, metric }: AlarmValues,
  clusterName: string,
  dimensions: Dimensions,
  isOneOfMany: boolean,
): string {
  const typed = name.trim()
  const parts = Object.entries(dimensions).flatMap(([dimension, value]) =>
    dimension === 'Cluster Name' ? [] : [`${SHORT[dimension] ?? 'of'}-${value}`],
  )
  if (typed !== '') return isOneOfMany ? [typed, ...parts].join('-') : typed
  return [clusterName, ...metricsOf(metric).map(kebab), ...parts].join('-')
}

const SHORT: Partial<Record<string, string>> = {
  'Broker ID': 'broker',
  Topic: 'topic',
  'Consumer Group': 'group',
  Partition: 'partition',
}

const kebab = (metric: string): string => metric.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

/** What is evaluated; null while what was typed makes no sense. */
export function ruleOf(definition: AlarmDefinition): AlarmRule | null {
  const { EvaluationPeriods: evaluationPeriods, DatapointsToAlarm: datapointsToAlarm = evaluationPeriods } =
    definition
  const isWhole = (count: number) => Number.isInteger(count) && count > 0
  if (!isWhole(evaluationPeriods) || !isWhole(datapointsToAlarm) || !Number.isFinite(definition.Threshold))
    return null
  if (timesProblem({ periodS: periodOf(definition), evaluationPeriods, datapointsToAlarm }) !== null)
    return null
  return {
    comparison: definition.ComparisonOperator,
    threshold: definition.Threshold,
    evaluationPeriods,
    datapointsToAlarm,
    missingData: definition.TreatMissingData ?? 'missing',
  }
}
