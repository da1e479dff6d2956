'use client'

import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { AddressesPanel } from './addresses-panel'
import { OpenMonitoringPanel } from './open-monitoring-panel'
import { SnippetsPanel } from './snippets-panel'

/** How a client connects: the addresses, and programs that are complete as they stand. */
export function ClientView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('client')
  return (
    <ClusterPage clusterId={clusterId} titleOf={(name) => t('documentTitle', { name })} failed={t('failed')}>
      {(cluster) => (
        <>
          <AddressesPanel cluster={cluster} />
          <SnippetsPanel cluster={cluster} />
          <OpenMonitoringPanel cluster={cluster} />
        </>
      )}
    </ClusterPage>
  )
}
