import { useLocale, useTranslations } from 'use-intl'
import { useStepWords } from '@/components/monitoring/use-range-words'
import { decidingValue } from '@/lib/browser/alarm/alarm-list'
import { metricText, periodOf, seriesOf, watchedOf } from '@/lib/browser/alarm/watched'
import type { Alarm, AlarmDefinition } from '@/lib/browser/alarm/wire'
import { serverNow } from '@/lib/browser/clock'
import { shortTime } from '@/lib/browser/format/time'
import { formatValue, unitScale, type MetricUnit } from '@/lib/browser/metrics/units'
import { recommendedDescription } from '@/lib/domain/alarm/recommended'
import { INITIAL_REASON } from '@/lib/domain/alarm/reason'
import { DIMENSION_NAMES, type DimensionName, type Dimensions } from '@/lib/domain/metrics/series'
import { unitOf } from '@/lib/domain/metrics/unit-of'

/** Of what is compared: several metrics added up have the unit of the first, and own mathematics has none. */
export const alarmUnit = (definition: AlarmDefinition): MetricUnit =>
  unitOf(watchedOf(definition)?.metrics[0] ?? '')

/** A value with its unit: 85 %, 41.4 MB/s, 0. */
export function useValueWords() {
  const units = useTranslations('chart.unit')
  return (value: number, unit: MetricUnit): string => {
    const scale = unitScale(unit, value)
    const text = formatValue(value, scale)
    return scale.label === 'none' || scale.label === 'count' ? text : `${text} ${units(scale.label)}`
  }
}

/** When an alarm rings: “over 60 % for 5 min”. */
export function useConditionWords() {
  const t = useTranslations('alarms.condition')
  const value = useValueWords()
  const long = useStepWords()
  return (definition: AlarmDefinition): string => {
    const { EvaluationPeriods: of, DatapointsToAlarm: points = of } = definition
    const limit = t(definition.ComparisonOperator, {
      threshold: value(definition.Threshold, alarmUnit(definition)),
    })
    const periodS = periodOf(definition)
    return points === of
      ? t('always', { limit, duration: long(of * periodS) })
      : t('some', { limit, points, of, duration: long(periodS) })
  }
}

/** The same as a sentence of its own: “KafkaDataLogsDiskUsed is 85 % or more for 1 min”. */
export function useDefinitionWords() {
  const t = useTranslations('alarms.condition')
  const condition = useConditionWords()
  return (definition: AlarmDefinition): string =>
    t('whole', { metric: metricText(definition), condition: condition(definition) })
}

/** What of the cluster it watches: “broker 1, topic orders”, or all of it. */
export function useOfWords() {
  const t = useTranslations('alarms')
  return (dimensions: Dimensions): string => {
    const parts = DIMENSION_NAMES.flatMap((name) => {
      const value = dimensions[name]
      if (value === undefined || name === 'Cluster Name') return []
      return [t(`of.${DIMENSION_KEYS[name]}`, { value })]
    })
    return parts.length === 0 ? t('wholeCluster') : parts.join(t('of.separator'))
  }
}

const DIMENSION_KEYS = {
  'Broker ID': 'broker',
  'Client Authentication': 'authentication',
  'Consumer Group': 'group',
  Topic: 'topic',
  Partition: 'partition',
} as const satisfies Record<Exclude<DimensionName, 'Cluster Name'>, string>

/** What Mosaik itself wrote of a recommended alarm, in the reader’s language; null where a person described it. */
export function useDescriptionWords() {
  const t = useTranslations('alarms.recommended.description')
  return (alarm: AlarmDefinition): string | null => {
    const own = recommendedDescription({
      name: alarm.AlarmName,
      description: alarm.AlarmDescription,
      dimensions: seriesOf(alarm),
      threshold: alarm.Threshold,
    })
    if (own === null) return null
    return own.key === 'lag' ? t('lag', own) : t(own.key)
  }
}

/** Why it is in its state, in the reader’s language; CloudWatch’s own sentence stands in the history. */
export function useReasonWords() {
  const t = useTranslations('alarms.why')
  const value = useValueWords()
  const locale = useLocale()
  return (alarm: Alarm): string => {
    if (alarm.StateReason.startsWith(INITIAL_REASON)) return t('unchecked')
    if (alarm.StateValue === 'INSUFFICIENT_DATA') return t('noData')
    const newest = decidingValue(alarm)
    if (newest === null) return alarm.StateReason
    return t('value', {
      value: value(newest.value, alarmUnit(alarm)),
      time: shortTime(newest.at, serverNow(), locale),
    })
  }
}
