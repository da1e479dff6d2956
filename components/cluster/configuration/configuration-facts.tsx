import { useTranslations } from 'use-intl'
import { Facts } from '@/components/ui/facts'
import { driftOf } from '@/lib/browser/cluster-configuration/drift'
import type { ClusterConfiguration } from '@/lib/contract/console/cluster-configuration'
import { RevisionFact, useRevisionNote } from './revision-fact'

type ConfigurationFactsProps = { configuration: ClusterConfiguration; isOn: boolean }

/** Which revision it has, and how much comes from where. */
export function ConfigurationFacts({ configuration, isOn }: ConfigurationFactsProps) {
  const t = useTranslations('clusterConfiguration.fact')
  const { revision: info, latestRevision, settings, unknown } = configuration
  const revision = info === null ? null : { ...info, latest: latestRevision }
  const note = useRevisionNote(revision)
  const told = settings.filter(({ isTold }) => isTold).length
  const differing = driftOf(configuration).length
  const isKnown = isOn && (differing > 0 || unknown.length === 0)
  const number = (count: number) => (count === 0 ? t('none') : count)
  return (
    <Facts
      facts={[
        { key: 'revision', term: t('revision'), value: <RevisionFact revision={revision} />, note },
        {
          key: 'set',
          term: t('set'),
          value: number(settings.filter(({ source }) => source === 'REVISION').length),
        },
        { key: 'told', term: t('told'), value: number(told) },
        { key: 'differing', term: t('differing'), value: isKnown ? number(differing) : t('unknown') },
      ]}
    />
  )
}
