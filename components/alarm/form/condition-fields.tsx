import { type Control, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { NumberField } from '@/components/form/number-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { useStepWords } from '@/components/monitoring/use-range-words'
import { type AlarmValues, metricsOf, PERIODS_S } from '@/lib/browser/alarm/form'
import { COMPARISON_NAMES, MISSING_DATA } from '@/lib/domain/alarm/alarm'
import { unitOf } from '@/lib/domain/metrics/unit-of'
import { useValueWords } from '../use-alarm-words'

const STATISTICS = ['Average', 'Minimum', 'Maximum', 'Sum', 'SampleCount', 'p50', 'p90', 'p99'] as const

type ConditionFieldsProps = {
  control: Control<AlarmValues>
  /** Mathematics has no one statistic. */
  hasStatistic: boolean
}

/** How the metric is read, and when that is too much. */
export function ConditionFields({ control, hasStatistic }: ConditionFieldsProps) {
  const t = useTranslations('alarms.form')
  const statistics = useTranslations('monitoring.statistics')
  const missing = useTranslations('alarms.missing')
  const step = useStepWords()
  const [period, statistic] = useWatch({ control, name: ['period', 'statistic'] })
  const periods = [...new Set([...PERIODS_S.map(String), period])]
  const names = [...new Set([...STATISTICS, ...(statistic === '' ? [] : [statistic])])]
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="float-left text-13 font-semibold">{t('condition')}</legend>
      <div className="clear-both grid items-start gap-4 desk:grid-cols-2">
        {hasStatistic ? (
          <SelectField
            control={control}
            name="statistic"
            label={t('statistic')}
            groups={[
              {
                label: t('statistic'),
                options: names.map((value) => ({
                  value,
                  label: value === 'SampleCount' || !isWord(value) ? value : statistics(value),
                })),
              },
            ]}
          />
        ) : null}
        <SelectField
          control={control}
          name="period"
          label={t('period')}
          groups={[
            {
              label: t('period'),
              options: periods.map((value) => ({ value, label: step(Number(value)) })),
            },
          ]}
        />
        <SelectField
          control={control}
          name="comparison"
          label={t('rings')}
          groups={[
            {
              label: t('rings'),
              options: COMPARISON_NAMES.map((value) => ({ value, label: t(`comparison.${value}`) })),
            },
          ]}
        />
        <ThresholdField control={control} />
        <NumberField control={control} name="points" label={t('points')} help={t('pointsHelp')} />
        <NumberField control={control} name="periods" label={t('periods')} help={t('periodsHelp')} />
      </div>
      <SelectField
        control={control}
        name="missing"
        label={t('missing')}
        help={t('missingHelp')}
        groups={[
          {
            label: t('missing'),
            options: MISSING_DATA.map((value) => ({ value, label: missing(value) })),
          },
        ]}
      />
    </fieldset>
  )
}

const WORDS = ['Average', 'Minimum', 'Maximum', 'Sum', 'p50', 'p90', 'p99'] as const
const isWord = (name: string): name is (typeof WORDS)[number] => WORDS.some((word) => word === name)

/** In the metric’s own unit, with what that is in larger ones. */
function ThresholdField({ control }: { control: Control<AlarmValues> }) {
  const t = useTranslations('alarms.form')
  const words = useValueWords()
  const [metric, threshold] = useWatch({ control, name: ['metric', 'threshold'] })
  const unit = unitOf(metricsOf(metric)[0] ?? '')
  const value = Number(threshold)
  const help =
    threshold.trim() === '' || !Number.isFinite(value)
      ? t('thresholdUnit', { unit })
      : t('thresholdMeans', { unit, value: words(value, unit) })
  return <TextField control={control} name="threshold" label={t('threshold')} help={help} />
}
