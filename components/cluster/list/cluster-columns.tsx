import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { Time } from '@/components/text/time'
import { serverNow } from '@/lib/browser/clock'
import { formatBytes } from '@/lib/browser/format/bytes'
import { routes } from '@/lib/browser/routes'
import { STANDINGS, standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { ClusterMenu } from '@/components/cluster/cluster-menu'
import { ClusterStateCell } from '@/components/cluster/cluster-state'
import { brokersOf, memoryBytes } from '@/components/cluster/cluster-figures'
import { ZoneTiles, ZoneTilesHead } from './zone-tiles'

/**
 * One list for ever: the table mounts a header or cell anew when its function is another, and would lose the focus
 * and the open menu of a row with every look at the server.
 */
export const CLUSTER_COLUMNS: Column<ClusterSummary>[] = [
  {
    id: 'name',
    header: () => <Head name="name" />,
    accessorFn: ({ name }) => name,
    cell: ({ row: { original: cluster } }) => <NameCell cluster={cluster} />,
  },
  {
    id: 'state',
    header: () => <Head name="state" />,
    accessorFn: (cluster) => STANDINGS.indexOf(standingOf(cluster, serverNow())),
    cell: ({ row: { original: cluster } }) => <ClusterStateCell cluster={cluster} />,
  },
  {
    id: 'brokers',
    header: () => (
      <ZoneTilesHead>
        <Head name="brokers" />
      </ZoneTilesHead>
    ),
    accessorFn: (cluster) => brokersOf(cluster).length,
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original: cluster } }) => <ZoneTiles cluster={cluster} />,
  },
  {
    id: 'memory',
    header: () => <Head name="memory" />,
    accessorFn: (cluster) => memoryBytes(cluster) ?? -1,
    meta: { align: 'right', className: 'max-desk:hidden' },
    cell: ({ row: { original: cluster } }) => <MemoryCell bytes={memoryBytes(cluster)} />,
  },
  {
    id: 'created',
    header: () => <Head name="created" />,
    accessorFn: ({ createdAt }) => createdAt,
    meta: { align: 'right', className: 'max-desk:hidden' },
    cell: ({ row: { original: cluster } }) => (
      <Time iso={cluster.createdAt} look="short" className="text-text-2" />
    ),
  },
  {
    id: 'actions',
    enableSorting: false,
    header: () => <Head name="actions" isQuiet />,
    meta: { align: 'right', className: 'w-11' },
    cell: ({ row: { original: cluster } }) => <ClusterMenu cluster={cluster} place="row" />,
  },
]

type ColumnName = 'name' | 'state' | 'brokers' | 'memory' | 'created' | 'actions'

function Head({ name, isQuiet = false }: { name: ColumnName; isQuiet?: boolean }) {
  const t = useTranslations('clusters.columns')
  return isQuiet ? <span className="sr-only">{t(name)}</span> : t(name)
}

function NameCell({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('clusters.version')
  const { kafkaVersion: name, release, instanceType } = cluster
  return (
    <div className="min-w-0">
      <NextLink
        href={routes.cluster(cluster.id)}
        data-row-link
        className="-my-[3px] inline-block py-[3px] font-[550] text-text underline-offset-2 outline-none hover:underline [overflow-wrap:anywhere]"
      >
        {cluster.name}
      </NextLink>
      <div className="text-12 whitespace-nowrap text-text-3 max-desk:whitespace-normal">
        {name === release ? t('same', { release }) : t('named', { name, release })}
        {cluster.shape === 'MSK' ? `, ${instanceType.replace(/^kafka\./, '')}` : ''}
      </div>
    </div>
  )
}

function MemoryCell({ bytes }: { bytes: number | null }) {
  const t = useTranslations('node')
  return bytes === null ? <span className="text-text-3">{t('none')}</span> : formatBytes(bytes)
}
