import NextLink from 'next/link'
import { useParams } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import type { PartitionRow } from '@/lib/browser/group/rows'
import { routes } from '@/lib/browser/routes'
import { Age, Count } from '../group-figures'

const WIDE_ONLY = 'max-desk:hidden'

/** One list for ever: see the clusters' own columns. */
export const PARTITION_COLUMNS: Column<PartitionRow>[] = [
  {
    id: 'topic',
    header: () => <Head name="topic" />,
    accessorFn: ({ topic }) => topic,
    cell: ({ row: { original } }) => <TopicCell row={original} />,
  },
  {
    id: 'partition',
    header: () => <Head name="partition" />,
    accessorFn: ({ partition }) => partition,
    meta: { align: 'right' },
    cell: ({ row: { original } }) => original.partition,
  },
  {
    id: 'committed',
    header: () => <Head name="committed" />,
    accessorFn: ({ committed }) => committed ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Count count={original.committed} />,
  },
  {
    id: 'end',
    header: () => <Head name="end" />,
    accessorFn: ({ end }) => end ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Count count={original.end} />,
  },
  {
    id: 'lag',
    header: () => <Head name="lag" />,
    accessorFn: ({ lag }) => lag ?? -1,
    meta: { align: 'right' },
    cell: ({ row: { original } }) => <Count count={original.lag} />,
  },
  {
    id: 'age',
    header: () => <Head name="age" />,
    accessorFn: ({ ageS }) => ageS ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Age seconds={original.ageS} />,
  },
  {
    id: 'member',
    header: () => <Head name="member" />,
    accessorFn: ({ reader }) => reader ?? '',
    cell: ({ row: { original } }) => <MemberCell row={original} />,
  },
]

type ColumnName = 'topic' | 'partition' | 'committed' | 'end' | 'lag' | 'age' | 'member'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('group.columns')(name)
}

function TopicCell({ row: { topic } }: { row: PartitionRow }) {
  const { clusterId } = useParams<{ clusterId: string }>()
  return (
    <NextLink
      href={routes.topic(decodeURIComponent(clusterId), topic)}
      prefetch={false}
      data-row-link
      className="mono -my-[3px] inline-block py-[3px] text-text underline-offset-2 outline-none hover:underline [overflow-wrap:anywhere]"
    >
      {topic}
    </NextLink>
  )
}

function MemberCell({ row: { reader, member } }: { row: PartitionRow }) {
  const t = useTranslations('group')
  if (reader === null) return <span className="text-text-3">{t('nobody')}</span>
  return (
    <span title={member ?? undefined} className="[overflow-wrap:anywhere]">
      {reader}
    </span>
  )
}
