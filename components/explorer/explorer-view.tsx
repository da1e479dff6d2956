'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { ExplorerPage } from './explorer-page'

export function ExplorerView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('monitoring')
  const titles = useTranslations('titles')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => titles('namedExplore', { name })}
      failed={t('clusterFailed')}
    >
      {(cluster) => <ExplorerPage cluster={cluster} />}
    </ClusterPage>
  )
}
