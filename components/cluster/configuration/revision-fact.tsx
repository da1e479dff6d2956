import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterRevision } from '@/lib/contract/console/clusters'
import { useRevisionWords } from './use-revision-words'

/** Which revision a cluster has, with the way to its configuration as long as there is one. */
export function RevisionFact({ revision }: { revision: ClusterRevision | null }) {
  const t = useTranslations('clusterConfiguration.fact')
  const words = useRevisionWords()
  if (revision === null) return t('noRevision')
  if (revision.name === null) return words(revision)
  return (
    <TextLink asChild className="[overflow-wrap:anywhere]">
      <NextLink href={routes.configuration(revision.name)}>{words(revision)}</NextLink>
    </TextLink>
  )
}

/** Whether there is a newer one. */
export function useRevisionNote(revision: ClusterRevision | null): string | undefined {
  const t = useTranslations('clusterConfiguration.fact')
  if (revision === null) return undefined
  const { latest, name } = revision
  if (latest === null || name === null) return t('deleted')
  const behind = latest - revision.revision
  return behind > 0 ? t('behind', { count: behind }) : t('latest')
}
