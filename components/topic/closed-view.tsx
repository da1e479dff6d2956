'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { useStartCluster } from '@/components/cluster/use-start-cluster'
import { useClusterOff } from '@/components/cluster/use-cluster-off'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/browser/routes'
import { lastStanding } from '@/lib/browser/standing'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

export const CLOSED_REASONS = ['off', 'creating', 'deleting', 'failed'] as const
export type ClosedReason = (typeof CLOSED_REASONS)[number]

/** Why the topics of a cluster cannot be listed now; null if they can. */
export function closedReason(cluster: ClusterDetail): ClosedReason | null {
  const standing = lastStanding(cluster)
  if (standing === 'creating' || standing === 'deleting' || standing === 'failed') return standing
  return cluster.power === 'off' ? 'off' : null
}

type ClosedViewProps = { cluster: ClusterDetail; reason: ClosedReason; of?: 'topics' | 'groups' }

/** Says why nothing is listed, and what to do about it. */
export function ClosedView({ cluster, reason, of = 'topics' }: ClosedViewProps) {
  const t = useTranslations(of === 'topics' ? 'topics.closed' : 'groups.closed')
  return (
    <div className="rounded-6 border border-line bg-surface">
      <Empty title={t(`${reason}.title`)} action={<Way cluster={cluster} />}>
        {t(`${reason}.text`)}
      </Empty>
    </div>
  )
}

function Way({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('topics.closed')
  const words = useTranslations('cluster')
  const { start, isPending } = useStartCluster(cluster)
  const off = useClusterOff(cluster)
  if (cluster.operation === null && off('start') === undefined) {
    return (
      <Button onClick={start} offBecause={isPending ? words('asked') : undefined} reasonPlace="elsewhere">
        {words('start')}
      </Button>
    )
  }
  const { id, operation } = cluster
  return (
    <Button asChild>
      <NextLink href={operation === null ? routes.cluster(id) : routes.operation(id, operation.id)}>
        {t(operation === null ? 'overview' : 'operation')}
      </NextLink>
    </Button>
  )
}
