import NextLink from 'next/link'
import { useParams } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { State } from '@/components/ui/state'
import { formatBytes } from '@/lib/browser/format/bytes'
import { routes } from '@/lib/browser/routes'
import type { ListedTopic } from '@/lib/browser/topic/topic-list'
import type { TopicRow } from '@/lib/contract/console/topics'
import { STANDING_LOOKS } from '../topic-looks'

const WIDE_ONLY = 'max-desk:hidden'

/** One list for ever: see the clusters' own columns. */
export const TOPIC_COLUMNS: Column<ListedTopic>[] = [
  {
    id: 'name',
    header: () => <Head name="name" />,
    accessorFn: ({ name }) => name,
    cell: ({ row: { original: topic } }) => <NameCell topic={topic} />,
  },
  {
    id: 'state',
    header: () => <Head name="state" />,
    accessorFn: ({ offline, behind }) => offline * 1_000_000 + behind,
    cell: ({ row: { original: topic } }) => <StateCell topic={topic} />,
  },
  {
    id: 'partitions',
    header: () => <Head name="partitions" />,
    accessorFn: ({ partitions }) => partitions,
    meta: { align: 'right' },
    cell: ({ row: { original: topic } }) => <Count count={topic.partitions} />,
  },
  {
    id: 'replication',
    header: () => <Head name="replication" />,
    accessorFn: ({ replicationFactor }) => replicationFactor,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: topic } }) => <Count count={topic.replicationFactor} />,
  },
  {
    id: 'messages',
    header: () => <Head name="messages" />,
    accessorFn: ({ messages }) => messages ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: topic } }) => <Count count={topic.messages} />,
  },
  {
    id: 'disk',
    header: () => <Head name="disk" />,
    accessorFn: ({ diskBytes }) => diskBytes ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: topic } }) => <SizeCell bytes={topic.diskBytes} />,
  },
]

type ColumnName = 'name' | 'state' | 'partitions' | 'replication' | 'messages' | 'disk'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('topics.columns')(name)
}

function NameCell({ topic }: { topic: ListedTopic }) {
  const t = useTranslations('topics')
  const { clusterId } = useParams<{ clusterId: string }>()
  return (
    <>
      <NextLink
        href={routes.topic(decodeURIComponent(clusterId), topic.name)}
        // Ten thousand of them: a page is fetched when it is asked for.
        prefetch={false}
        data-row-link
        className="mono -my-[3px] inline-block py-[3px] text-text underline-offset-2 outline-none hover:underline [overflow-wrap:anywhere]"
      >
        {topic.name}
      </NextLink>
      {topic.isInternal ? <span className="ml-2 text-12 text-text-3">{t('internalMark')}</span> : null}
    </>
  )
}

function StateCell({ topic }: { topic: ListedTopic }) {
  const words = useTopicState()(topic)
  const standing = topic.offline > 0 ? 'offline' : topic.behind > 0 ? 'behind' : 'inSync'
  return <State look={STANDING_LOOKS[standing]}>{words}</State>
}

/** What is wrong with a topic, or that nothing is. */
export function useTopicState() {
  const t = useTranslations('topics.state')
  return ({ offline, behind }: Pick<TopicRow, 'offline' | 'behind'>): string => {
    if (offline > 0 && behind > 0) return t('both', { offline, behind })
    if (offline > 0) return t('offline', { count: offline })
    return behind > 0 ? t('behind', { count: behind }) : t('inSync')
  }
}

function Count({ count }: { count: number | null }) {
  const t = useTranslations('topics')
  const locale = useLocale()
  if (count === null) return <span className="text-text-3">{t('unknown')}</span>
  return count.toLocaleString(locale)
}

function SizeCell({ bytes }: { bytes: number | null }) {
  const t = useTranslations('topics')
  return bytes === null ? <span className="text-text-3">{t('unknown')}</span> : formatBytes(bytes)
}
