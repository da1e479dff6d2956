import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Combobox, type ComboGroup } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { isKeptAt, METRIC_CHOICES, METRIC_FAMILIES } from '@/lib/browser/metrics/metric-choices'
import type { MonitoringLevel } from '@/lib/domain/metrics/level'

type MetricPickerProps = {
  /** The id of a `MetricChoice`; empty while none is chosen. */
  value: string
  onChange: (id: string) => void
  /** What of the cluster is kept: metrics beyond it are shown, and say what they need. */
  level: MonitoringLevel
  label?: string
  error?: string | undefined
}

/** Any metric that is measured, found by a part of its name, its unit or what it is of. */
export function MetricPicker({ value, onChange, level, label, error }: MetricPickerProps) {
  const t = useTranslations('metricPicker')
  const groups = useMemo(
    () =>
      METRIC_FAMILIES.map((family): ComboGroup => ({
        label: t(`family.${family}`),
        options: METRIC_CHOICES.filter((choice) => choice.family === family).map((choice) => ({
          value: choice.id,
          label: choice.name,
          detail: choice.unit === 'None' ? undefined : choice.unit,
          offBecause: isKeptAt(choice, level) ? undefined : t('level', { level: choice.level }),
        })),
      })),
    [t, level],
  )
  return (
    <Field label={label ?? t('metric')} error={error}>
      {(ids) => (
        <Combobox
          ids={ids}
          value={value}
          onChange={onChange}
          groups={groups}
          label={t('search', { count: METRIC_CHOICES.length })}
          placeholder={t('choose')}
          words={{ empty: t('nothing'), more: (count) => t('more', { count }) }}
        />
      )}
    </Field>
  )
}
