'use client'

import { useTranslations } from 'use-intl'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { serverNow } from '@/lib/browser/clock'
import { STANDINGS, standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { useRegion } from '@/components/shell/region'
import { CLUSTER_COLUMNS } from './cluster-columns'
import { useClusterCsv } from './use-cluster-csv'

export function ClusterTable({ clusters }: { clusters: readonly ClusterSummary[] }) {
  const t = useTranslations('clusters')
  const standings = useTranslations('standing')
  const { region } = useRegion()
  const csv = useClusterCsv()
  const states: Facet<ClusterSummary> = {
    name: 'state',
    label: t('columns.state'),
    valuesOf: (cluster) => [standingOf(cluster, serverNow())],
    word: (value) => standings(STANDINGS.find((standing) => standing === value) ?? 'noData'),
    order: STANDINGS,
    look: 'chips',
  }
  const versions: Facet<ClusterSummary> = {
    name: 'version',
    label: t('versionFilter'),
    valuesOf: ({ release }) => [release],
    word: (value) => value,
    look: 'menu',
  }
  return (
    <FilteredTable
      label={t('title')}
      rows={clusters}
      columns={CLUSTER_COLUMNS}
      rowId={({ id }) => id}
      firstSort="name"
      search={{ label: t('search'), textOf }}
      facets={[states, versions]}
      csv={{ name: `${region}-clusters`, columns: csv }}
    />
  )
}

const textOf = (cluster: ClusterSummary): string =>
  [cluster.name, cluster.kafkaVersion, cluster.release, cluster.instanceType, cluster.arn]
    .concat(cluster.nodes.map(({ endpoint }) => endpoint))
    .join(' ')
