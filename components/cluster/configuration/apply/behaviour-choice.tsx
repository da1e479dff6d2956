import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { RadioCards } from '@/components/ui/radio-cards'
import { changeBehaviour } from '@/lib/browser/mutations/change-behaviour'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { behaviourOf } from '@/lib/domain/cluster-request'

/** Whether Mosaik moves partitions by itself when brokers come or go. It holds at once, and is no part of the plan. */
export function BehaviourChoice({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('create.behaviour')
  const words = useTranslations('clusterChange')
  const change = useMutation(changeBehaviour(useQueryClient()))
  return (
    <div className="grid gap-1 text-13">
      <RadioCards
        label={t('label')}
        value={behaviourOf(cluster.tags)}
        onChange={(behaviour) => change.mutate({ cluster, behaviour })}
        cards={[
          { value: 'ASSISTED', label: t('ASSISTED'), help: t('ASSISTEDHelp') },
          { value: 'MSK', label: t('MSK'), help: t('MSKHelp') },
        ]}
      />
      {change.isError ? <ErrorInPlace title={words('behaviourFailed')} error={change.error} /> : null}
    </div>
  )
}
