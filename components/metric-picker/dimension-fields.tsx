import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Combobox, type ComboOption } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { seriesOf, valuesOf, type MetricChoice } from '@/lib/browser/metrics/metric-choices'
import { seriesOfQuery } from '@/lib/browser/queries/metric-series'
import { EACH } from '@/lib/domain/metrics/chart-set'
import type { DimensionName, Dimensions } from '@/lib/domain/metrics/series'

type DimensionFieldsProps = {
  cluster: { id: string; name: string; region: string }
  choice: MetricChoice
  /** Besides the cluster's name. */
  value: Dimensions
  onChange: (value: Dimensions) => void
  /** Whether `EACH` may be chosen: an alarm watches one series, a chart draws many. */
  allowsEach?: boolean
}

/** A field for each dimension of a metric, with the values it has had lately. */
export function DimensionFields({
  cluster,
  choice,
  value,
  onChange,
  allowsEach = false,
}: DimensionFieldsProps) {
  const t = useTranslations('metricPicker')
  const { id: clusterId, name: clusterName, region } = cluster
  const found = useQuery(seriesOfQuery({ clusterId, clusterName, region, metric: choice.name })).data ?? []
  return choice.dimensions.map((name, place) => {
    // What was chosen before leaves what can be chosen after it.
    const before = Object.fromEntries(
      choice.dimensions
        .slice(0, place)
        .flatMap((each) => (value[each] === undefined || value[each] === EACH ? [] : [[each, value[each]]])),
    )
    const values = valuesOf(name, seriesOf(choice, found, before))
    const each: ComboOption[] = allowsEach ? [{ value: EACH, label: t(`each.${keyOf(name)}`) }] : []
    return (
      <Field key={name} label={t(`dimension.${keyOf(name)}`)}>
        {(ids) => (
          <Combobox
            ids={ids}
            value={value[name] ?? ''}
            onChange={(next) => onChange({ ...value, [name]: next })}
            groups={[
              { label: '', options: [...each, ...values.map((text) => ({ value: text, label: text }))] },
            ]}
            label={t('searchValues')}
            placeholder={t('choose')}
            words={{ empty: t('noValues'), more: (count) => t('more', { count }) }}
          />
        )}
      </Field>
    )
  })
}

const KEYS = {
  'Cluster Name': 'cluster',
  'Broker ID': 'broker',
  'Client Authentication': 'authentication',
  'Consumer Group': 'group',
  Topic: 'topic',
  Partition: 'partition',
} as const satisfies Record<DimensionName, string>

const keyOf = (name: DimensionName) => KEYS[name]
