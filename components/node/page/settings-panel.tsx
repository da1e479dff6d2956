import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { Notice } from '@/components/feedback/notice'
import { QueryView } from '@/components/feedback/query-view'
import { CsvButton } from '@/components/table/csv-button'
import { DataTable } from '@/components/table/data-table'
import { FilterBar } from '@/components/table/filter-bar'
import { useAddress } from '@/components/table/use-address'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { SearchInput } from '@/components/ui/search-input'
import {
  countOf,
  filterSettings,
  readSettingFilter,
  SETTING_FILTERS,
} from '@/lib/browser/node/settings-filter'
import { nodeSettingsQuery } from '@/lib/browser/queries/nodes'
import type { NodeDetail, NodeSettings } from '@/lib/contract/console/nodes'
import { SETTING_COLUMNS } from './setting-columns'

/** What holds for this node and who said so. */
export function SettingsPanel({ node }: { node: NodeDetail }) {
  const t = useTranslations('nodePage.settings')
  const boot = node.boots[0]?.boot ?? null
  const query = useQuery(nodeSettingsQuery(node.clusterId, node.nodeId, `${boot} ${node.health}`))
  return (
    <Panel title={t('title')} id="settings" end={query.data ? t(`from.${query.data.from}`) : undefined}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-3 max-desk:px-3">
        <QueryView query={query} failed={t('failed')}>
          {(told) => <Settings told={told} node={node} />}
        </QueryView>
      </div>
    </Panel>
  )
}

function Settings({ told, node }: { told: NodeSettings; node: NodeDetail }) {
  const t = useTranslations('nodePage.settings')
  const tables = useTranslations('table')
  const [text, setText] = useAddress('setting', '')
  const [choice, setChoice] = useAddress('source', 'changed')
  const isOff = node.pid === null
  const whose = node.role === 'zookeeper' ? 'zookeeper' : 'kafka'
  const filter = readSettingFilter(choice)
  const { settings, from, whyNotNode } = told
  const shown = filterSettings(settings, filter, text)
  const filters = SETTING_FILTERS.filter(
    (each) => each === 'changed' || each === 'all' || each === filter || countOf(settings, each) > 0,
  )
  return (
    <>
      {from === 'node' ? null : (
        <Notice tone="idle" shape="unknown">
          {t(isOff ? 'notRunning' : whyNotNode === null ? `fileOnly.${whose}` : 'notAsked')}
          {isOff || whyNotNode === null ? null : <span className="block text-12">{whyNotNode}</span>}
        </Notice>
      )}
      <FilterBar
        label={tables('filters')}
        end={
          <CsvButton
            name={t('file', { node: node.nodeId, cluster: node.clusterName })}
            rows={() => [
              ['setting', 'value', 'source', 'default'],
              ...shown.map((row) => [row.name, row.value, row.source, row.defaultValue]),
            ]}
          />
        }
      >
        <SearchInput label={t('search')} value={text} onSearch={setText} />
        <div
          role="group"
          aria-label={t('sources')}
          className="flex flex-none flex-wrap gap-2 max-desk:flex-nowrap"
        >
          {filters.map((each) => (
            <Chip
              key={each}
              pressed={each === filter}
              onPress={() => setChoice(each)}
              count={countOf(settings, each)}
            >
              {t(`source.${each}`)}
            </Chip>
          ))}
        </div>
      </FilterBar>
      <DataTable
        lines="one"
        label={t('title')}
        rows={shown}
        columns={SETTING_COLUMNS}
        rowId={({ name }) => name}
        firstSort="name"
        empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
      />
    </>
  )
}
