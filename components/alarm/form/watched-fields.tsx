import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/form/text-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type AlarmValues, conditionValues, metricsOf } from '@/lib/browser/alarm/form'
import type { Target } from '@/lib/browser/alarm/targets'
import { suggestCondition } from '@/lib/domain/alarm/suggest'
import { recommendedFor } from '@/lib/domain/alarm/recommended'
import { METRICS } from '@/lib/domain/metrics/catalogue'
import { MONITORING_LEVELS } from '@/lib/domain/metrics/level'
import { useOfWords } from '../use-alarm-words'

const CPU = 'CpuUser + CpuSystem'
const MEASURED = METRICS.filter((metric) => 'source' in metric)

/** The statistic that says most about a metric. */
export function statisticFor(metric: string): string {
  const metrics = metricsOf(metric)
  const known = MEASURED.find(({ name }) => name === metrics[0])
  // CloudWatch's usual sum of a rate adds its readings up, which is no rate any more.
  const usual = known?.unit.endsWith('/Second') === true ? 'Average' : known?.statistic
  return recommendedFor(metrics)?.statistic ?? usual ?? 'Average'
}

type WatchedFieldsProps = {
  form: UseFormReturn<AlarmValues>
  targets: readonly Target[]
  /** The one of them that is watched. */
  of: string
  targetsFor: (metric: string) => readonly Target[]
  automaticName: string
}

/** What a new alarm watches. Another metric brings its own limits, until one types others. */
export function WatchedFields({ form, targets, of, targetsFor, automaticName }: WatchedFieldsProps) {
  const t = useTranslations('alarms.form')
  const { control, setValue } = form
  const metric = useWatch({ control, name: 'metric' })
  const groupId = useId()
  const choose = (next: string) => {
    setValue('metric', next)
    setValue('of', targetsFor(next)[0]?.value ?? '')
    setValue('statistic', statisticFor(next))
    const values = conditionValues(suggestCondition(metricsOf(next), []))
    form.resetField('threshold', { defaultValue: values.threshold })
    setValue('comparison', values.comparison)
    setValue('period', values.period)
    setValue('periods', values.periods)
    setValue('points', values.points)
  }
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2" id={groupId}>
      <Field label={t('metric')}>
        {(ids) => <Select ids={ids} value={metric} onChange={choose} groups={metricGroups(t('measured'))} />}
      </Field>
      <TargetField targets={targets} value={of} onChange={(next) => setValue('of', next)} />
      <TextField
        control={control}
        name="name"
        label={t('name')}
        placeholder={automaticName}
        help={t(of === 'each' ? 'nameHelpEach' : 'nameHelp')}
      />
      <TextField control={control} name="description" label={t('description')} help={t('descriptionHelp')} />
    </div>
  )
}

/** By the level of monitoring from which on they are kept. */
const metricGroups = (label: string) =>
  MONITORING_LEVELS.map((level) => ({
    label: `${label} ${level}`,
    options: [
      ...(level === 'DEFAULT' ? [CPU] : []),
      ...new Set(MEASURED.filter((each) => each.level === level).map(({ name }) => name)),
    ]
      .filter((name) => !isOfLower(name, level))
      .map((name) => ({ value: name, label: name })),
  })).filter(({ options }) => options.length > 0)

const isOfLower = (name: string, level: (typeof MONITORING_LEVELS)[number]): boolean =>
  MEASURED.some(
    (each) => each.name === name && MONITORING_LEVELS.indexOf(each.level) < MONITORING_LEVELS.indexOf(level),
  )

type TargetFieldProps = { targets: readonly Target[]; value: string; onChange: (value: string) => void }

function TargetField({ targets, value, onChange }: TargetFieldProps) {
  const t = useTranslations('alarms.form')
  const of = useOfWords()
  const words = ({ is, dimensions }: Target): string =>
    is === 'each' ? t('each', { count: dimensions.length }) : of(dimensions[0] ?? {})
  return (
    <Field label={t('of')} error={targets.length === 0 ? t('ofNothing') : undefined}>
      {(ids) => (
        <Select
          ids={ids}
          value={value}
          onChange={onChange}
          groups={[
            {
              label: t('of'),
              options: targets.map((target) => ({ value: target.value, label: words(target) })),
            },
          ]}
        />
      )}
    </Field>
  )
}
