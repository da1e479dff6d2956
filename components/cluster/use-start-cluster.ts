import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { tellFailed } from '@/components/feedback/toast'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { changePower } from '@/lib/browser/mutations/change-power'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

type Startable = Pick<ClusterSummary, 'id' | 'name'>

/** Starts at once, without asking: nothing is lost by it. A lone button tells its failure in a toast. */
export function useStart() {
  const t = useTranslations('cluster')
  const words = useErrorWords()
  const { mutate, isPending } = useMutation(changePower(useQueryClient()))
  const start = ({ id, name }: Startable) => {
    if (isPending) return
    mutate(
      { clusterId: id, power: 'on' },
      {
        onError: (error) => {
          const { what, next } = words(error)
          tellFailed(t('changeFailed.start', { name }), `${what} ${next}`)
        },
      },
    )
  }
  return { start, isPending }
}

export function useStartCluster(cluster: Startable) {
  const { start, isPending } = useStart()
  return { start: () => start(cluster), isPending }
}
