import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { tellFailed } from '@/components/feedback/toast'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { MenuItem } from '@/components/ui/menu'
import { changeTag } from '@/lib/browser/mutations/tags'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { PROTECTED_TAG } from '@/lib/domain/protection'

/** Protects a cluster from deletion, or no longer: a tag of it, as for every other client. */
export function ProtectionItem({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('cluster')
  const words = useErrorWords()
  const { isProtected, name } = cluster
  const { mutate, isPending } = useMutation({
    ...changeTag(useQueryClient()),
    onError: (error) => {
      const { what, next } = words(error)
      tellFailed(t('protectionFailed', { name }), `${what} ${next}`)
    },
  })
  return (
    <MenuItem
      onSelect={() => mutate({ cluster, key: PROTECTED_TAG, value: isProtected ? null : 'true' })}
      offBecause={isPending ? t('asked') : undefined}
    >
      {t(isProtected ? 'unprotect' : 'protect')}
    </MenuItem>
  )
}
