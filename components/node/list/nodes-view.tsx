'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { useNodeName } from '@/components/node/node-name'
import { useNodeCounts } from '@/components/node/use-node-counts'
import { NotFoundView } from '@/components/shell/not-found-view'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { CallError } from '@/lib/browser/call-error'
import { serverNow } from '@/lib/browser/clock'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { nodesQuery } from '@/lib/browser/queries/nodes'
import { isOutOfSight } from '@/lib/browser/standing'
import { NODE_HEALTH } from '@/lib/contract/console/clusters'
import { NODE_ROLES } from '@/lib/domain/node'
import { NODE_COLUMNS } from './node-columns'
import { NODES_CSV } from './nodes-as-csv'
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
    volumeSizeGiB: cluster?.volumeSizeGiB ?? null,
    zoneName: zones.get(node.zoneId) ?? node.zoneId,
    health: isDark ? 'unknown' : node.health,
  }))
  const hasZooKeeper = rows?.some(({ role }) => role === 'zookeeper') === true
  return (
    <>
      <PageHead
        level={2}
        title={t(hasZooKeeper ? 'titleZooKeeper' : 'title')}
        subtitle={rows === undefined ? undefined : counts(rows)}
      />
      <QueryView
        query={query}
        failed={t('failed')}
        loading={<SkeletonBars lines={6} label={errors('loading')} />}
      >
        {() => <NodeTable rows={rows ?? []} file={t('file', { cluster: cluster?.name ?? clusterId })} />}
      </QueryView>
    </>
  )
}

function NodeTable({ rows, file }: { rows: readonly NodeRow[]; file: string }) {
  const t = useTranslations('nodes')
  const health = useTranslations('node.health')
  const name = useNodeName()
  const healths: Facet<NodeRow> = {
    name: 'health',
    label: t('columns.health'),
    valuesOf: (node) => [node.health],
    word: (value) => health(NODE_HEALTH.find((each) => each === value) ?? 'unknown'),
    order: NODE_HEALTH,
    look: 'chips',
  }
  const roles: Facet<NodeRow> = {
    name: 'role',
    label: t('roleFilter'),
    valuesOf: ({ role }) => [role],
    word: (value) => t(`role.${NODE_ROLES.find((role) => role === value) ?? 'broker'}`),
    order: NODE_ROLES,
    look: 'menu',
  }
  const zones: Facet<NodeRow> = {
    name: 'zone',
    label: t('columns.zone'),
    valuesOf: ({ zoneName }) => [zoneName],
    word: (value) => value,
    look: 'menu',
  }
  return (
    <FilteredTable
      label={t('title')}
      rows={rows}
      columns={NODE_COLUMNS}
      rowId={({ nodeId }) => String(nodeId)}
      firstSort="name"
      search={{
        label: t('search'),
        textOf: (node) => `${name(node)} ${node.endpoint} ${node.externalEndpoint ?? ''} ${node.zoneName}`,
      }}
      facets={[healths, roles, zones]}
      csv={{ name: file, columns: NODES_CSV }}
      empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
    />
  )
}
