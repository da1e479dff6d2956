import { useTranslations } from 'use-intl'
import { Time } from '@/components/text/time'
import { Facts } from '@/components/ui/facts'
import type { Configuration, StandingUse } from '@/lib/browser/configuration/configuration-list'
import { VersionNames } from '../version-names'

type ConfigurationFactsProps = { configuration: Configuration; uses: readonly StandingUse[] | undefined }

export function ConfigurationFacts({ configuration, uses }: ConfigurationFactsProps) {
  const t = useTranslations('configuration.fact')
  const list = useTranslations('configurations')
  const { creationTime, kafkaVersions, latestRevision } = configuration
  const behind = (uses ?? []).filter((use) => use.behind > 0).length
  return (
    <Facts
      facts={[
        {
          key: 'latest',
          term: t('latest'),
          value: latestRevision.revision,
          note: <Time iso={latestRevision.creationTime} look="short" />,
        },
        { key: 'versions', term: t('versions'), value: <VersionNames versions={kafkaVersions} /> },
        { key: 'created', term: t('created'), value: <Time iso={creationTime} look="day" /> },
        {
          key: 'clusters',
          term: t('clusters'),
          value: uses === undefined ? list('unknown') : uses.length,
          note: uses === undefined || uses.length === 0 ? undefined : t('behind', { count: behind }),
        },
      ]}
    />
  )
}
