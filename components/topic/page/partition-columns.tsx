import { useLocale, useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { State } from '@/components/ui/state'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { TopicPartition } from '@/lib/contract/console/topics'
import { PARTITION_STANDINGS, partitionStanding } from '@/lib/domain/topic'
import { STANDING_LOOKS } from '../topic-looks'
import { ReplicaTiles } from './replica-tiles'

const WIDE_ONLY = 'max-desk:hidden'

/** One list for ever: see the clusters' own columns. */
export const PARTITION_COLUMNS: Column<TopicPartition>[] = [
  {
    id: 'partition',
    header: () => <Head name="partition" />,
    accessorFn: ({ partition }) => partition,
    cell: ({ row: { original } }) => original.partition,
  },
  {
    id: 'state',
    header: () => <Head name="state" />,
    accessorFn: (partition) => PARTITION_STANDINGS.indexOf(partitionStanding(partition)),
    cell: ({ row: { original } }) => <StandingCell partition={original} />,
  },
  {
    id: 'replicas',
    header: () => <Head name="replicas" />,
    accessorFn: ({ leader }) => leader ?? -1,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <ReplicaTiles partition={original} />,
  },
  {
    id: 'earliest',
    header: () => <Head name="earliest" />,
    accessorFn: ({ earliest }) => earliest ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Count count={original.earliest} />,
  },
  {
    id: 'highWatermark',
    header: () => <Head name="highWatermark" />,
    accessorFn: ({ highWatermark }) => highWatermark ?? -1,
    meta: { align: 'right' },
    cell: ({ row: { original } }) => <Count count={original.highWatermark} />,
  },
  {
    id: 'size',
    header: () => <Head name="size" />,
    accessorFn: ({ bytes }) => bytes ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => <Size bytes={original.bytes} />,
  },
]

type ColumnName = 'partition' | 'state' | 'replicas' | 'earliest' | 'highWatermark' | 'size'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('topic.columns')(name)
}

function StandingCell({ partition }: { partition: TopicPartition }) {
  const t = useTranslations('topic.standing')
  const standing = partitionStanding(partition)
  return (
    <>
      <State look={STANDING_LOOKS[standing]}>{t(standing)}</State>
      <span className="block desk:hidden">
        <ReplicaTiles partition={partition} />
      </span>
    </>
  )
}

function Count({ count }: { count: number | null }) {
  const t = useTranslations('topic')
  const locale = useLocale()
  return count === null ? <span className="text-text-3">{t('none')}</span> : count.toLocaleString(locale)
}

function Size({ bytes }: { bytes: number | null }) {
  const t = useTranslations('topic')
  return bytes === null ? <span className="text-text-3">{t('none')}</span> : formatBytes(bytes)
}
