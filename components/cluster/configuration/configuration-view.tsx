'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterConfigurationQuery } from '@/lib/browser/queries/cluster-configuration'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ConfigurationFacts } from './configuration-facts'
import { ConfigurationSentence } from './configuration-sentence'
import { DriftPanel } from './drift-panel'
import { SettingsPanel } from './settings-panel'
import { UncleanElections } from './unclean-elections'
import { UnknownBrokers } from './unknown-brokers'

/** What shall hold on the brokers of a cluster, who said so, and what they run instead. */
export function ConfigurationView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('clusterConfiguration')
  return (
    <ClusterPage clusterId={clusterId} titleOf={(name) => t('documentTitle', { name })} failed={t('failed')}>
      {(cluster) => <Configuration cluster={cluster} />}
    </ClusterPage>
  )
}

function Configuration({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('clusterConfiguration')
  const errors = useTranslations('errors')
  const query = useQuery(clusterConfigurationQuery(cluster.id))
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(configuration) => (
        <>
          <ConfigurationSentence cluster={cluster} configuration={configuration} />
          <UncleanElections cluster={cluster} />
          <ConfigurationFacts configuration={configuration} isOn={cluster.power === 'on'} />
          <DriftPanel cluster={cluster} configuration={configuration} />
          <UnknownBrokers configuration={configuration} />
          <SettingsPanel cluster={cluster} settings={configuration.settings} />
        </>
      )}
    </QueryView>
  )
}
