import { useTranslations } from 'use-intl'
import { useStepWords } from '@/components/monitoring/use-range-words'
import { Facts } from '@/components/ui/facts'
import { metricText, periodOf, seriesOf, watchedOf } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { alarmUnit, useOfWords, useValueWords } from '../use-alarm-words'

/** The definition, member by member. */
export function AlarmFacts({ alarm }: { alarm: Alarm }) {
  const t = useTranslations('alarms')
  const value = useValueWords()
  const of = useOfWords()
  const step = useStepWords()
  const {
    EvaluationPeriods: periods,
    DatapointsToAlarm: points = periods,
    TreatMissingData = 'missing',
  } = alarm
  return (
    <Facts
      facts={[
        {
          key: 'metric',
          term: t('metric'),
          value: <span className="[overflow-wrap:anywhere]">{metricText(alarm)}</span>,
          note: of(seriesOf(alarm)),
        },
        {
          key: 'statistic',
          term: t('fact.statistic'),
          value: watchedOf(alarm)?.statistic ?? t('fact.mathematics'),
          note: t('fact.period', { period: step(periodOf(alarm)) }),
        },
        {
          key: 'threshold',
          term: t('fact.threshold'),
          value: t(`condition.${alarm.ComparisonOperator}`, {
            threshold: value(alarm.Threshold, alarmUnit(alarm)),
          }),
          note: t('fact.points', { points, of: periods }),
        },
        { key: 'missing', term: t('fact.missing'), value: t(`missing.${TreatMissingData}`) },
      ]}
    />
  )
}
