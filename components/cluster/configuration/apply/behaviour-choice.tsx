import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { useBehaviourCards } from '@/components/cluster/use-behaviour-cards'
import { RadioCards } from '@/components/ui/radio-cards'
import { changeBehaviour } from '@/lib/browser/mutations/change-behaviour'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { behaviourOf } from '@/lib/domain/cluster-request'

/** Whether Mosaik moves partitions by itself when brokers come or go. It holds at once, and is no part of the plan. */
export function BehaviourChoice({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('clusterChange')
  const behaviours = useBehaviourCards()
  const change = useMutation(changeBehaviour(useQueryClient()))
  return (
    <div className="grid gap-1 text-13">
      <RadioCards
        {...behaviours}
        value={behaviourOf(cluster.tags)}
        onChange={(behaviour) => change.mutate({ cluster, behaviour })}
      />
      {change.isError ? <ErrorInPlace title={t('behaviourFailed')} error={change.error} /> : null}
    </div>
  )
}
