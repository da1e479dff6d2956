'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { chartSetsQuery } from '@/lib/browser/queries/chart-sets'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ChartSetPage } from './chart-set-page'

export function ChartSetView({ clusterId, name }: { clusterId: string; name: string }) {
  const t = useTranslations('monitoring')
  const titles = useTranslations('titles')
  return (
    <ClusterPage clusterId={clusterId} titleOf={() => titles('named', { name })} failed={t('clusterFailed')}>
      {(cluster) => <Found cluster={cluster} name={name} />}
    </ClusterPage>
  )
}

function Found({ cluster, name }: { cluster: ClusterDetail; name: string }) {
  const t = useTranslations('chartSet')
  const query = useQuery(chartSetsQuery(cluster.id))
  return (
    <QueryView query={query} failed={t('loadFailed')}>
      {(sets) => {
        const set = sets.find((each) => each.name === name)
        return set === undefined ? (
          <NotFoundView
            title={t('gone', { name })}
            text={t('goneText')}
            to={{ href: routes.clusterMonitoring(cluster.id), words: t('toMonitoring') }}
          />
        ) : (
          <ChartSetPage cluster={cluster} set={set} />
        )
      }}
    </QueryView>
  )
}
