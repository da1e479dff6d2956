import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { READER_COLUMNS } from '@/components/group/list/group-columns'
import { DataTable } from '@/components/table/data-table'
import { readersOf } from '@/lib/browser/group/group-list'
import { groupsQuery } from '@/lib/browser/queries/groups'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** Who reads a topic, and how far each is behind in it. */
export function ReadersPanel({ cluster, topicName }: { cluster: ClusterDetail; topicName: string }) {
  const t = useTranslations('topic.readers')
  const { data } = useQuery(groupsQuery(useQueryClient(), cluster.id))
  const readers = useMemo(() => readersOf(data?.groups ?? [], topicName), [data, topicName])
  if (data === undefined) return null
  return (
    <section aria-labelledby="readers" className="grid gap-2">
      <h2 id="readers" className="text-13 font-semibold">
        {t('title')}
      </h2>
      <DataTable
        label={t('title')}
        rows={readers}
        columns={READER_COLUMNS}
        rowId={({ name }) => name}
        addressAs="readers"
        firstSort="-lag"
        lines="one"
        empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
      />
    </section>
  )
}
