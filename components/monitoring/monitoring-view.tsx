'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { MonitoringPage } from './monitoring-page'

export function MonitoringView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('monitoring')
  const titles = useTranslations('titles')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => titles('namedMonitoring', { name })}
      failed={t('clusterFailed')}
    >
      {(cluster) => <MonitoringPage cluster={cluster} />}
    </ClusterPage>
  )
}
