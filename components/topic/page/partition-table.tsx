import { useTranslations } from 'use-intl'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { PARTITIONS_CSV } from '@/lib/browser/topic/partitions'
import type { TopicPartition } from '@/lib/contract/console/topics'
import { PARTITION_STANDINGS, partitionStanding } from '@/lib/domain/topic'
import { PARTITION_COLUMNS } from './partition-columns'

type PartitionTableProps = { partitions: readonly TopicPartition[]; file: string }

const NOBODY = 'none'

/** Partitions by how they stand, by who leads them, and by who holds a copy. */
export function PartitionTable({ partitions, file }: PartitionTableProps) {
  const t = useTranslations('topic')
  const broker = (value: string) => (value === NOBODY ? t('nobody') : t('broker', { broker: value }))
  const states: Facet<TopicPartition> = {
    name: 'state',
    label: t('columns.state'),
    valuesOf: (partition) => [partitionStanding(partition)],
    word: (value) => t(`standing.${PARTITION_STANDINGS.find((standing) => standing === value) ?? 'inSync'}`),
    order: PARTITION_STANDINGS,
    look: 'chips',
  }
  const leaders: Facet<TopicPartition> = {
    name: 'leader',
    label: t('columns.leader'),
    valuesOf: ({ leader }) => [leader === null ? NOBODY : String(leader)],
    word: broker,
    look: 'menu',
  }
  const copies: Facet<TopicPartition> = {
    name: 'broker',
    label: t('brokerFilter'),
    valuesOf: ({ replicas }) => replicas.map(String),
    word: broker,
    look: 'menu',
  }
  return (
    <FilteredTable
      label={t('partitions')}
      rows={partitions}
      columns={PARTITION_COLUMNS}
      rowId={({ partition }) => String(partition)}
      firstSort="partition"
      lines="one"
      search={{ label: t('searchPartitions'), textOf: ({ partition }) => String(partition) }}
      facets={[states, leaders, copies]}
      csv={{ name: file, columns: PARTITIONS_CSV }}
    />
  )
}
