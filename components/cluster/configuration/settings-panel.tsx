import { useTranslations } from 'use-intl'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { useAddress } from '@/components/table/use-address'
import { Switch } from '@/components/ui/switch'
import { isChosen, SETTING_STANDS, standsOf } from '@/lib/browser/cluster-configuration/drift'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { type EffectiveClusterSetting, SETTING_SOURCES } from '@/lib/contract/console/cluster-configuration'
import { SETTING_COLUMNS } from './setting-columns'

type Setting = EffectiveClusterSetting
type SettingsPanelProps = { cluster: ClusterDetail; settings: readonly Setting[] }

const CSV: readonly CsvColumn<Setting>[] = [
  { header: 'setting', valueOf: ({ name }) => name },
  { header: 'wanted', valueOf: ({ wanted }) => wanted },
  { header: 'source', valueOf: ({ source }) => source },
  { header: 'told', valueOf: ({ isTold }) => String(isTold) },
  {
    header: 'differing',
    valueOf: ({ differing }) => differing.map(({ node, value }) => `${node}: ${value ?? ''}`).join('; '),
  },
]

const sourcesOf = ({ source }: Setting): readonly string[] => [source]
const textOf = ({ name, wanted }: Setting): string => `${name} ${wanted ?? ''}`

/** What shall hold and who said so: at first what anybody chose, Kafka’s own defaults on demand. */
export function SettingsPanel({ cluster, settings }: SettingsPanelProps) {
  const t = useTranslations('clusterConfiguration.table')
  const [all, setAll] = useAddress('all', '')
  const stands: Facet<Setting> = {
    name: 'stand',
    label: t('standLabel'),
    valuesOf: standsOf,
    word: (value) => t(`stand.${SETTING_STANDS.find((stand) => stand === value) ?? 'differs'}`),
    order: SETTING_STANDS,
    look: 'chips',
  }
  const sources: Facet<Setting> = {
    name: 'source',
    label: t('columns.source'),
    valuesOf: sourcesOf,
    word: (value) => t(`source.${SETTING_SOURCES.find((source) => source === value) ?? 'KAFKA_DEFAULT'}`),
    order: SETTING_SOURCES,
    look: 'menu',
  }
  return (
    <section aria-label={t('title')} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <FilteredTable
        label={t('title')}
        rows={all === '' ? settings.filter(isChosen) : settings}
        columns={SETTING_COLUMNS}
        rowId={({ name }) => name}
        firstSort="name"
        lines="one"
        search={{ label: t('search'), textOf }}
        facets={[stands, sources]}
        csv={{ name: t('file', { cluster: cluster.name }), columns: CSV }}
        actions={
          <span className="flex-none whitespace-nowrap">
            <Switch
              label={t('all', { count: settings.length })}
              on={all !== ''}
              onChange={(on) => setAll(on ? 'kafka' : '')}
            />
          </span>
        }
      />
    </section>
  )
}
