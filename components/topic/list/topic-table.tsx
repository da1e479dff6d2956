'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { useAddress } from '@/components/table/use-address'
import { Switch } from '@/components/ui/switch'
import { topicFiguresQuery } from '@/lib/browser/queries/topics'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import { listedTopics, topicStandings, type ListedTopic } from '@/lib/browser/topic/topic-list'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicFigures, TopicRow } from '@/lib/contract/console/topics'
import { PARTITION_STANDINGS } from '@/lib/domain/topic'
import { TOPIC_COLUMNS, useTopicState } from './topic-columns'

type TopicTableProps = { cluster: ClusterDetail; topics: readonly TopicRow[] }

export function TopicTable({ cluster, topics }: TopicTableProps) {
  const t = useTranslations('topics')
  const figures = useQuery(topicFiguresQuery(cluster.id)).data
  const [internal, setInternal] = useAddress('internal', '')
  const withInternal = useDeferredValue(internal !== '')
  const csv = useCsv()
  const shown = useMemo(
    () => listedTopics(withInternal ? topics : topics.filter((topic) => !topic.isInternal), figures),
    [topics, figures, withInternal],
  )
  const states: Facet<ListedTopic> = {
    name: 'state',
    label: t('columns.state'),
    valuesOf: topicStandings,
    word: (value) => t(`filter.${PARTITION_STANDINGS.find((standing) => standing === value) ?? 'inSync'}`),
    order: PARTITION_STANDINGS,
    look: 'chips',
  }
  return (
    <>
      <FilteredTable
        label={t('title')}
        rows={shown}
        columns={TOPIC_COLUMNS}
        rowId={nameOf}
        firstSort="name"
        lines="one"
        search={{ label: t('search'), textOf: nameOf }}
        facets={[states]}
        csv={{ name: `${cluster.name}-topics`, columns: csv }}
        empty={<Empty title={t('empty.title')}>{t('empty.text')}</Empty>}
        actions={
          <span className="flex-none whitespace-nowrap">
            <Switch
              label={t('internal')}
              on={internal !== ''}
              onChange={(on) => setInternal(on ? 'shown' : '')}
            />
          </span>
        }
      />
      <FiguresNote figures={figures} />
    </>
  )
}

const nameOf = ({ name }: ListedTopic): string => name

function useCsv(): readonly CsvColumn<ListedTopic>[] {
  const t = useTranslations('topics.columns')
  const stateOf = useTopicState()
  return [
    { header: t('name'), valueOf: nameOf },
    { header: t('state'), valueOf: stateOf },
    { header: t('partitions'), valueOf: ({ partitions }) => partitions },
    { header: t('replication'), valueOf: ({ replicationFactor }) => replicationFactor },
    { header: t('messages'), valueOf: ({ messages }) => messages },
    { header: t('disk'), valueOf: ({ diskBytes }) => diskBytes },
  ]
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
