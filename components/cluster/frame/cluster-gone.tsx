'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { NotFoundView } from '@/components/shell/not-found-view'
import { useRegion } from '@/components/shell/region'
import { useTitle } from '@/components/shell/use-title'
import { SkeletonBars } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { operationsQuery } from '@/lib/browser/queries/operations'
import { routes } from '@/lib/browser/routes'

type ClusterGoneProps = {
  clusterId: string
  /** What it was called, if it was seen before it went. */
  lastName: string | undefined
}

/** Deleted, as its operations tell, or never here: which of the two, and the way on. */
export function ClusterGone({ clusterId, lastName }: ClusterGoneProps) {
  const t = useTranslations('cluster')
  const errors = useTranslations('errors')
  const titles = useTranslations('titles')
  const { region } = useRegion()
  const { data, isPending } = useQuery(operationsQuery(region, clusterId))
  const name = lastName ?? data?.operations[0]?.clusterName
  useTitle(name === undefined ? titles('notFound') : titles('named', { name }))
  if (name === undefined && isPending) return <SkeletonBars label={errors('loading')} />
  if (name === undefined) return <NotFoundView title={t('notFound')} text={t('notFoundText')} />
  const deletion = data?.operations.find(({ kind }) => kind === 'DELETE')
  return (
    <NotFoundView
      title={t('gone', { name })}
      text={t('goneText')}
      more={
        deletion === undefined ? undefined : (
          <TextLink asChild>
            <NextLink href={routes.operation(clusterId, deletion.id)}>{t('goneOperation')}</NextLink>
          </TextLink>
        )
      }
    />
  )
}
