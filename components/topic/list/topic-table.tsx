'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { CsvButton } from '@/components/table/csv-button'
import { DataTable } from '@/components/table/data-table'
import { FilterBar } from '@/components/table/filter-bar'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { SearchInput } from '@/components/ui/search-input'
import { Switch } from '@/components/ui/switch'
import { topicFiguresQuery } from '@/lib/browser/queries/topics'
import {
  foundTopics,
  isTopicFilter,
  listedTopics,
  TOPIC_FILTERS,
  type ListedTopic,
  type TopicFilter,
} from '@/lib/browser/topic/topic-list'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicFigures, TopicRow } from '@/lib/contract/console/topics'
import { TOPIC_COLUMNS, useTopicState } from './topic-columns'

type TopicTableProps = { cluster: ClusterDetail; topics: readonly TopicRow[] }

export function TopicTable({ cluster, topics }: TopicTableProps) {
  const t = useTranslations('topics')
  const figures = useQuery(topicFiguresQuery(cluster.id)).data
  const [words, setWords] = useAddress('q', '')
  const [state, setState] = useAddress('state', 'all')
  const [internal, setInternal] = useAddress('internal', '')
  const withInternal = useDeferredValue(internal !== '')
  const filter = isTopicFilter(state) ? state : 'all'
  const shown = useMemo(
    () => listedTopics(withInternal ? topics : topics.filter((topic) => !topic.isInternal), figures),
    [topics, figures, withInternal],
  )
  // What is pressed or typed shows at once; thousands of rows follow it.
  const typed = useDeferredValue(words)
  const chosen = useDeferredValue(filter)
  const found = useMemo(() => foundTopics(shown, { words: typed, filter: chosen }), [shown, typed, chosen])
  const counts = useMemo(() => countsOf(shown), [shown])
  const csv = useCsv(found)
  const showAll = () => {
    setWords('')
    setState('all')
  }
  return (
    <>
      <FilterBar label={t('filters')} end={<CsvButton name={`${cluster.name}-topics`} rows={csv} />}>
        <SearchInput value={words} onSearch={setWords} label={t('search')} />
        {TOPIC_FILTERS.map((each) => (
          <Chip key={each} pressed={filter === each} onPress={() => setState(each)} count={counts[each]}>
            {t(`filter.${each}`)}
          </Chip>
        ))}
        <span className="flex-none whitespace-nowrap">
          <Switch
            label={t('internal')}
            on={internal !== ''}
            onChange={(on) => setInternal(on ? 'shown' : '')}
          />
        </span>
      </FilterBar>
      <DataTable
        label={t('title')}
        rows={found}
        columns={TOPIC_COLUMNS}
        rowId={({ name }) => name}
        firstSort="name"
        lines="one"
        empty={<Nothing shown={shown.length} showAll={showAll} />}
      />
      <FiguresNote figures={figures} />
    </>
  )
}

const countsOf = (topics: readonly ListedTopic[]): Record<TopicFilter, number> => ({
  all: topics.length,
  behind: foundTopics(topics, { words: '', filter: 'behind' }).length,
  offline: foundTopics(topics, { words: '', filter: 'offline' }).length,
})

function useCsv(found: readonly ListedTopic[]) {
  const t = useTranslations('topics.columns')
  const stateOf = useTopicState()
  return () => [
    [t('name'), t('state'), t('partitions'), t('replication'), t('messages'), t('disk')],
    ...found.map((topic) => [
      topic.name,
      stateOf(topic),
      String(topic.partitions),
      String(topic.replicationFactor),
      topic.messages === null ? '' : String(topic.messages),
      topic.diskBytes === null ? '' : String(topic.diskBytes),
    ]),
  ]
}

/** Nothing there, or nothing that fits. */
function Nothing({ shown, showAll }: { shown: number; showAll: () => void }) {
  const t = useTranslations('topics')
  if (shown === 0) return <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
  return (
    <Empty
      title={t('nothingFound.title')}
      action={<Button onClick={showAll}>{t('nothingFound.clear')}</Button>}
    >
      {t('nothingFound.text', { count: shown })}
    </Empty>
  )
}

function FiguresNote({ figures }: { figures: TopicFigures | undefined }) {
  const t = useTranslations('topics')
  if (figures === undefined) return null
  const { isCounted, silentBrokers } = figures
  if (isCounted && silentBrokers.length === 0) return null
  return (
    <p className="text-12 text-text-2">
      {isCounted
        ? t('silent', { count: silentBrokers.length, list: silentBrokers.join(', ') })
        : t('notCounted')}
    </p>
  )
}
