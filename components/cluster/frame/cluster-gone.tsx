import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { NotFoundView } from '@/components/shell/not-found-view'
import { useTitle } from '@/components/shell/use-title'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

type ClusterGoneProps = { clusterId: string; last: ClusterDetail | undefined }

/** Deleted while its page was open, or never here: which of the two, and the way on. */
export function ClusterGone({ clusterId, last }: ClusterGoneProps) {
  const t = useTranslations('cluster')
  const titles = useTranslations('titles')
  useTitle(last === undefined ? titles('notFound') : titles('named', { name: last.name }))
  if (last === undefined) return <NotFoundView title={t('notFound')} text={t('notFoundText')} />
  const deletion = last.operation?.kind === 'DELETE' ? last.operation.id : null
  return (
    <NotFoundView
      title={t('gone', { name: last.name })}
      text={t('goneText')}
      more={
        deletion === null ? undefined : (
          <TextLink asChild>
            <NextLink href={routes.operation(clusterId, deletion)}>{t('goneOperation')}</NextLink>
          </TextLink>
        )
      }
    />
  )
}
