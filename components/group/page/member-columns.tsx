import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { ranges, type MemberRow } from '@/lib/browser/group/rows'
import { Count } from '../group-figures'

const WIDE_ONLY = 'max-desk:hidden'

/** One list for ever: see the clusters' own columns. */
export const MEMBER_COLUMNS: Column<MemberRow>[] = [
  {
    id: 'name',
    header: () => <Head name="name" />,
    accessorFn: ({ name }) => name,
    cell: ({ row: { original } }) => (
      <div className="min-w-0">
        <span className="[overflow-wrap:anywhere]">{original.name}</span>
        <div className="mono text-12! text-text-3 [overflow-wrap:anywhere]">{original.id}</div>
      </div>
    ),
  },
  {
    id: 'host',
    header: () => <Head name="host" />,
    accessorFn: ({ host }) => host,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <span className="mono">{original.host}</span>,
  },
  {
    id: 'assigned',
    header: () => <Head name="assigned" />,
    accessorFn: ({ count }) => count ?? -1,
    cell: ({ row: { original } }) => <Assigned row={original} />,
  },
  {
    id: 'lag',
    header: () => <Head name="lag" />,
    accessorFn: ({ lag }) => lag ?? -1,
    meta: { align: 'right' },
    cell: ({ row: { original } }) => <Count count={original.lag} />,
  },
]

type ColumnName = 'name' | 'host' | 'assigned' | 'lag'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('group.memberColumns')(name)
}

function Assigned({ row: { assigned, subscribed, pattern } }: { row: MemberRow }) {
  const t = useTranslations('group')
  if (assigned === null) return <span className="text-text-3">{t('notReadable')}</span>
  if (assigned.length > 0) {
    return assigned.map(({ topic, partitions }) => (
      <div key={topic} className="[overflow-wrap:anywhere]">
        <span className="mono">{topic}</span> <span className="text-text-2">{ranges(partitions)}</span>
      </div>
    ))
  }
  const wanted = pattern ?? subscribed?.join(', ') ?? ''
  return (
    <span className="text-text-3">{wanted === '' ? t('reads.nothing') : t('reads.wants', { wanted })}</span>
  )
}
