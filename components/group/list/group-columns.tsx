import NextLink from 'next/link'
import { useParams } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import type { ListedGroup } from '@/lib/browser/group/group-list'
import { routes } from '@/lib/browser/routes'
import { countsOffsets, GROUP_STATES } from '@/lib/domain/group'
import { Age, Count, GroupStateWord } from '../group-figures'

const WIDE_ONLY = 'max-desk:hidden'
const TOPICS_NAMED_MAX = 2

const NAME: Column<ListedGroup> = {
  id: 'name',
  header: () => <Head name="name" />,
  accessorFn: ({ name }) => name,
  cell: ({ row: { original: group } }) => <NameCell group={group} />,
}
const STATE: Column<ListedGroup> = {
  id: 'state',
  header: () => <Head name="state" />,
  accessorFn: ({ state }) => GROUP_STATES.indexOf(state),
  cell: ({ row: { original } }) => <GroupStateWord state={original.state} />,
}
const MEMBERS: Column<ListedGroup> = {
  id: 'members',
  header: () => <Head name="members" />,
  accessorFn: ({ members }) => members ?? -1,
  meta: { align: 'right', className: WIDE_ONLY },
  cell: ({ row: { original } }) => <Count count={original.members} />,
}
const LAG: Column<ListedGroup> = {
  id: 'lag',
  header: () => <Head name="lag" />,
  accessorFn: ({ lagSum }) => lagSum ?? -1,
  meta: { align: 'right' },
  cell: ({ row: { original } }) => <LagCell group={original} />,
}
const MOST: Column<ListedGroup> = {
  id: 'most',
  header: () => <Head name="most" />,
  accessorFn: ({ lagMax }) => lagMax ?? -1,
  meta: { align: 'right', className: WIDE_ONLY },
  cell: ({ row: { original } }) => <Count count={original.lagMax} />,
}
const AGE: Column<ListedGroup> = {
  id: 'age',
  header: () => <Head name="age" />,
  accessorFn: ({ ageS }) => ageS ?? -1,
  meta: { align: 'right', className: WIDE_ONLY },
  cell: ({ row: { original } }) => <Age seconds={original.ageS} />,
}

/** One list for ever: see the clusters' own columns. */
export const GROUP_COLUMNS: Column<ListedGroup>[] = [
  NAME,
  STATE,
  {
    id: 'kind',
    header: () => <Head name="kind" />,
    accessorFn: ({ kind, protocolType }) => `${kind} ${protocolType}`,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original: group } }) => <KindCell group={group} />,
  },
  MEMBERS,
  {
    id: 'topics',
    header: () => <Head name="topics" />,
    accessorFn: ({ topics }) => topics.length,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original: group } }) => <TopicsCell group={group} />,
  },
  LAG,
  MOST,
  AGE,
]

/** Of the groups that read one topic: which topic need not be said. */
export const READER_COLUMNS: Column<ListedGroup>[] = [NAME, STATE, MEMBERS, LAG, MOST, AGE]

type ColumnName = 'name' | 'state' | 'kind' | 'members' | 'topics' | 'lag' | 'most' | 'age'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('groups.columns')(name)
}

function NameCell({ group: { name } }: { group: ListedGroup }) {
  const t = useTranslations('groups')
  const { clusterId } = useParams<{ clusterId: string }>()
  // Old clients may commit without a name; no address leads to that.
  if (name === '') return <span className="text-text-3">{t('nameless')}</span>
  return (
    <NextLink
      href={routes.group(decodeURIComponent(clusterId), name)}
      prefetch={false}
      data-row-link
      className="mono -my-[3px] inline-block py-[3px] text-text underline-offset-2 outline-none hover:underline [overflow-wrap:anywhere]"
    >
      {name}
    </NextLink>
  )
}

/** What it is for Kafka; what its members speak is said where it is not what nearly all do. */
function KindCell({ group: { kind, protocolType } }: { group: ListedGroup }) {
  const t = useTranslations('groups.kind')
  const isUsual = ['', 'consumer', 'share', 'streams'].includes(protocolType)
  return (
    <>
      {t(kind)}
      {isUsual ? null : <span className="ml-2 text-12 text-text-3">{protocolType}</span>}
    </>
  )
}

function TopicsCell({ group: { topics } }: { group: ListedGroup }) {
  const t = useTranslations('groups')
  if (topics.length === 0) return <span className="text-text-3">{t('unknown')}</span>
  const named = topics.slice(0, TOPICS_NAMED_MAX).map(({ name }) => name)
  const more = topics.length - named.length
  return (
    <span className="[overflow-wrap:anywhere]">
      <span className="mono">{named.join(', ')}</span>
      {more === 0 ? null : <span className="text-text-3"> {t('moreTopics', { count: more })}</span>}
    </span>
  )
}

function LagCell({ group: { kind, lagSum } }: { group: ListedGroup }) {
  const t = useTranslations('groups')
  if (lagSum === null && !countsOffsets(kind)) return <span className="text-text-3">{t('notByOffset')}</span>
  return <Count count={lagSum} />
}
