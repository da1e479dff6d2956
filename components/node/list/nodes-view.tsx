'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { useNodeCounts } from '@/components/node/use-node-counts'
import { NotFoundView } from '@/components/shell/not-found-view'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { CsvButton } from '@/components/table/csv-button'
import { DataTable } from '@/components/table/data-table'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { CallError } from '@/lib/browser/call-error'
import { serverNow } from '@/lib/browser/clock'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { nodesQuery } from '@/lib/browser/queries/nodes'
import { routes } from '@/lib/browser/routes'
import { isOutOfSight } from '@/lib/browser/standing'
import { NODE_COLUMNS } from './node-columns'
import { nodesAsCsv } from './nodes-as-csv'
import type { NodeRow } from './node-row'

/** All nodes of a cluster in one table: brokers and who votes. */
export function NodesView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('nodes')
  const words = useTranslations('cluster')
  const errors = useTranslations('errors')
  const titles = useTranslations('titles')
  const counts = useNodeCounts()
  const query = useQuery(nodesQuery(clusterId))
  const cluster = useQuery(clusterQuery(clusterId)).data
  useNow(1000)
  useTitle(cluster === undefined ? null : titles('namedBrokers', { cluster: cluster.name }))
  if (query.error instanceof CallError && query.error.isNotFound) {
    return <NotFoundView title={words('notFound')} text={words('notFoundText')} />
  }
  const isDark = cluster !== undefined && isOutOfSight(cluster, serverNow())
  const zones = new Map(cluster?.zones.map(({ zoneId, zoneName }) => [zoneId, zoneName]))
  const rows = query.data?.map((node): NodeRow => ({
    ...node,
    clusterId,
    zoneName: zones.get(node.zoneId) ?? node.zoneId,
    health: isDark ? 'unknown' : node.health,
  }))
  return (
    <>
      <PageHead
        level={2}
        title={t('title')}
        subtitle={rows === undefined ? undefined : counts(rows)}
        actions={
          <>
            <CsvButton
              name={t('file', { cluster: cluster?.name ?? clusterId })}
              rows={() => nodesAsCsv(rows ?? [])}
            />
            <Button asChild>
              <NextLink href={routes.clusterLogs(clusterId)}>
                <Icon name="search" />
                {t('searchLogs')}
              </NextLink>
            </Button>
          </>
        }
      />
      <QueryView
        query={query}
        failed={t('failed')}
        loading={<SkeletonBars lines={6} label={errors('loading')} />}
      >
        {() => (
          <DataTable
            label={t('title')}
            rows={rows ?? []}
            columns={NODE_COLUMNS}
            rowId={({ nodeId }) => String(nodeId)}
            firstSort="name"
            empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
          />
        )}
      </QueryView>
    </>
  )
}
