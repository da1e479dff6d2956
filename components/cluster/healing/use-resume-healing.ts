import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { tellFailed } from '@/components/feedback/toast'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { changeHealing } from '@/lib/browser/mutations/change-healing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

/** Resumes at once, without asking: it is what a cluster does anyway. A lone button tells its failure in a toast. */
export function useResumeHealing() {
  const t = useTranslations('healing')
  const words = useErrorWords()
  const { mutate, isPending } = useMutation({
    ...changeHealing(useQueryClient()),
    // Here and not with the call: the menu that asked is closed by the time of the answer.
    onError: (error, { cluster: { name } }) => {
      const { what, next } = words(error)
      tellFailed(t('resumeFailed', { name }), `${what} ${next}`)
    },
  })
  const resume = (cluster: Pick<ClusterSummary, 'id' | 'name'>) => {
    if (!isPending) mutate({ cluster, healing: 'on' })
  }
  return { resume, isPending }
}
