import { useTranslations } from 'use-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

/** What people ask of a period; any other percentile is an address or an API call away. */
export const PICKED_STATISTICS = [
  'Average',
  'Minimum',
  'Maximum',
  'Sum',
  'SampleCount',
  'p50',
  'p90',
  'p99',
] as const

type StatisticFieldProps = { value: string; onChange: (statistic: string) => void }

export function StatisticField({ value, onChange }: StatisticFieldProps) {
  const t = useTranslations('metricPicker')
  const isPicked = PICKED_STATISTICS.some((name) => name === value)
  const options = [
    ...PICKED_STATISTICS.map((name) => ({ value: name, label: t(`statistics.${name}`) })),
    ...(isPicked ? [] : [{ value, label: value }]),
  ]
  return (
    <Field label={t('statistic')}>
      {(ids) => (
        <Select ids={ids} value={value} onChange={onChange} groups={[{ label: t('statistic'), options }]} />
      )}
    </Field>
  )
}
