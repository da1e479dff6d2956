import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useClusterOff } from '@/components/cluster/use-cluster-off'
import { Button } from '@/components/ui/button'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** Loaded when it is first asked. */
const RebootDialog = lazy(async () => ({ default: (await import('./reboot-dialog')).RebootDialog }))

type RebootButtonProps = { clusterId: string; nodeId: number }

/** Restarts this broker alone, as RebootBroker does. */
export function RebootButton({ clusterId, nodeId }: RebootButtonProps) {
  const cluster = useQuery(clusterQuery(clusterId)).data
  return cluster === undefined ? null : <Reboot cluster={cluster} nodeId={nodeId} />
}

function Reboot({ cluster, nodeId }: { cluster: ClusterDetail; nodeId: number }) {
  const t = useTranslations('nodePage.reboot')
  const off = useClusterOff(cluster)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)} offBecause={off('reboot')}>
        {t('button')}
      </Button>
      {isAsking ? (
        <Suspense>
          <RebootDialog cluster={cluster} nodeId={nodeId} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
