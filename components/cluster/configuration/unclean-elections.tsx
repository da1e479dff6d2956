import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { parseClusterArn } from '@/lib/domain/arn'
import { cleanElectionsArn } from '@/lib/domain/configuration/clean-elections'

/** What MSK's default risks, with the way out: one click to the plan of the revision without it. */
export function UncleanElections({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('clusterConfiguration.unclean')
  const place = parseClusterArn(cluster.arn)
  if (!cluster.uncleanElections || place === null) return null
  return (
    <Notice
      tone="warn"
      shape="alarm"
      actions={
        <TextLink asChild>
          <NextLink href={routes.applyConfiguration(cluster.id, { configuration: cleanElectionsArn(place) })}>
            {t('change')}
          </NextLink>
        </TextLink>
      }
    >
      {t.rich('text', bold)}
    </Notice>
  )
}
