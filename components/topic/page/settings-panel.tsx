'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { useAddress } from '@/components/table/use-address'
import { Panel } from '@/components/ui/panel'
import { Switch } from '@/components/ui/switch'
import { topicSettingsQuery } from '@/lib/browser/queries/topics'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { SETTING_SOURCES, type TopicSetting } from '@/lib/contract/console/topics'
import { COMMON_SETTINGS } from '@/lib/domain/topic-settings'
import { SettingDialog } from './setting-dialog'
import { EDITED_SETTING, SETTING_COLUMNS } from './setting-columns'

type SettingsPanelProps = { cluster: ClusterDetail; topicName: string }

/** The settings one meets first and those of the topic itself; all others on demand. */
export function SettingsPanel({ cluster, topicName }: SettingsPanelProps) {
  const t = useTranslations('topic')
  const query = useQuery(topicSettingsQuery(cluster.id, topicName))
  return (
    <Panel title={t('settings')} id="settings">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-3 max-desk:px-3">
        <QueryView query={query} failed={t('settingsFailed')}>
          {(settings) => <Settings settings={settings} cluster={cluster} topicName={topicName} />}
        </QueryView>
      </div>
    </Panel>
  )
}

const COMMON: ReadonlySet<string> = new Set(COMMON_SETTINGS)
const isFirst = ({ name, source }: TopicSetting): boolean => source === 'topic' || COMMON.has(name)
const CSV: readonly CsvColumn<TopicSetting>[] = [
  { header: 'setting', valueOf: ({ name }) => name },
  { header: 'value', valueOf: ({ value }) => value },
  { header: 'source', valueOf: ({ source }) => source },
  { header: 'inherited', valueOf: ({ inherited }) => inherited?.value ?? null },
]

function Settings({
  settings,
  cluster,
  topicName,
}: SettingsPanelProps & { settings: readonly TopicSetting[] }) {
  const t = useTranslations('topic')
  const [all, setAll] = useAddress('settings', '')
  const [edited, setEdited] = useAddress(EDITED_SETTING, '')
  const setting = settings.find(({ name }) => name === edited)
  const sources: Facet<TopicSetting> = {
    name: 'source',
    label: t('settingColumns.source'),
    valuesOf: ({ source }) => [source],
    word: (value) => t(`source.${SETTING_SOURCES.find((source) => source === value) ?? 'unknown'}`),
    order: SETTING_SOURCES,
    look: 'menu',
  }
  return (
    <>
      <FilteredTable
        addressAs="settings"
        label={t('settings')}
        rows={all === '' ? settings.filter(isFirst) : settings}
        columns={SETTING_COLUMNS}
        rowId={({ name }) => name}
        firstSort="name"
        lines="one"
        search={{ label: t('searchSettings'), textOf: ({ name, value }) => `${name} ${value ?? ''}` }}
        facets={[sources]}
        csv={{ name: `${cluster.name}-${topicName}-settings`, columns: CSV }}
        actions={
          <span className="flex-none whitespace-nowrap">
            <Switch
              label={t('settingsAll', { count: settings.length })}
              on={all !== ''}
              onChange={(on) => setAll(on ? 'all' : '')}
            />
          </span>
        }
      />
      {setting === undefined ? null : (
        <SettingDialog
          clusterId={cluster.id}
          topicName={topicName}
          setting={setting}
          onClose={() => setEdited('')}
        />
      )}
    </>
  )
}
