import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { tellFailed } from '@/components/feedback/toast'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { changeHealing } from '@/lib/browser/mutations/change-healing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

const FAILED = { on: 'resumeFailed', retried: 'retryFailed' } as const

/**
 * Resumes healing, or has tried again what was given up: at once, without asking, for it is what a cluster does
 * anyway. A lone button tells its failure in a toast.
 */
export function useChangeHealing(healing: keyof typeof FAILED) {
  const t = useTranslations('healing')
  const words = useErrorWords()
  const { mutate, isPending } = useMutation({
    ...changeHealing(useQueryClient()),
    // Here and not with the call: the menu that asked is closed by the time of the answer.
    onError: (error, { cluster: { name } }) => {
      const { what, next } = words(error)
      tellFailed(t(FAILED[healing], { name }), `${what} ${next}`)
    },
  })
  const change = (cluster: Pick<ClusterSummary, 'id' | 'name'>) => {
    if (!isPending) mutate({ cluster, healing })
  }
  return { change, isPending }
}
