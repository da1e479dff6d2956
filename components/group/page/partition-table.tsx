import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { partitionRows, type PartitionRow } from '@/lib/browser/group/rows'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { GroupDetail } from '@/lib/contract/console/groups'
import { countsOffsets } from '@/lib/domain/group'
import { PARTITION_COLUMNS } from './partition-columns'

const NOBODY = 'none'

/** Where the group stands in each partition, and who reads it. */
export function PartitionTable({ cluster, group }: { cluster: ClusterDetail; group: GroupDetail }) {
  const t = useTranslations('group')
  const rows = useMemo(() => partitionRows(group), [group])
  const csv = useCsv()
  const facets = useMemo<readonly Facet<PartitionRow>[]>(
    () => [
      {
        name: 'topic',
        label: t('columns.topic'),
        valuesOf: ({ topic }) => [topic],
        word: (value) => value,
        look: 'menu',
      },
      {
        name: 'member',
        label: t('columns.member'),
        valuesOf: ({ reader }) => [reader ?? NOBODY],
        word: (value) => (value === NOBODY ? t('nobody') : value),
        look: 'menu',
      },
    ],
    [t],
  )
  return (
    <section aria-label={t('partitions')} className="grid gap-2">
      <FilteredTable
        label={t('partitions')}
        rows={rows}
        columns={PARTITION_COLUMNS}
        rowId={idOf}
        firstSort="-lag"
        lines="one"
        search={{ label: t('searchPartitions'), textOf: idOf }}
        facets={facets}
        csv={{ name: `${cluster.name}-${group.name}-partitions`, columns: csv }}
        empty={
          <Empty title={t('noPartitions')}>
            {t(countsOffsets(group.kind) ? 'noPartitionsText' : 'noPartitionsShare')}
          </Empty>
        }
      />
    </section>
  )
}

const idOf = ({ topic, partition }: PartitionRow): string => `${topic} ${partition}`

function useCsv(): readonly CsvColumn<PartitionRow>[] {
  const t = useTranslations('group.columns')
  return [
    { header: t('topic'), valueOf: ({ topic }) => topic },
    { header: t('partition'), valueOf: ({ partition }) => partition },
    { header: t('committed'), valueOf: ({ committed }) => committed },
    { header: t('end'), valueOf: ({ end }) => end },
    { header: t('lag'), valueOf: ({ lag }) => lag },
    { header: t('ageSeconds'), valueOf: ({ ageS }) => ageS },
    { header: t('member'), valueOf: ({ reader }) => reader },
    { header: t('memberId'), valueOf: ({ member }) => member },
  ]
}
