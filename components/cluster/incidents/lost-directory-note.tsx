import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

/** Asked for seldom: its form is loaded when it is. */
const AcceptLossDialog = lazy(async () => ({
  default: (await import('./accept-loss-dialog')).AcceptLossDialog,
}))

const lostSchema = z.object({
  is: z.literal('directoryLost'),
  node: z.number(),
  partition: z.string().nullable(),
})

/** That healing stops where something would be lost for good, and what a person may decide. */
export function LostDirectoryNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('incidents')
  const [isAsking, setIsAsking] = useState(false)
  const problem = lostSchema.safeParse(cluster.health.waitingFor)
  if (cluster.state !== 'HEALING' || !problem.success) return null
  const { node, partition } = problem.data
  return (
    <Notice
      tone="bad"
      shape="failed"
      role="alert"
      actions={
        partition === null ? undefined : (
          <Button kind="danger" onClick={() => setIsAsking(true)}>
            {t('startEmpty')}
          </Button>
        )
      }
    >
      {t(partition === null ? 'putBackMajority' : 'putBack')}
      {isAsking ? (
        <Suspense>
          <AcceptLossDialog cluster={cluster} nodeId={node} onClose={() => setIsAsking(false)} />
        </Suspense>
      ) : null}
    </Notice>
  )
}
