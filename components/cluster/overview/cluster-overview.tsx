'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ClusterRinging } from '@/components/alarm/cluster-ringing'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { ForeignNotes } from '@/components/cluster/foreign/foreign-notes'
import { HeldNote } from '@/components/cluster/held/held-note'
import { PauseNote } from '@/components/cluster/healing/pause-note'
import { GivenUpNote } from '@/components/cluster/incidents/given-up-note'
import { IncidentsPanel } from '@/components/cluster/incidents/incidents-panel'
import { LostDirectoryNote } from '@/components/cluster/incidents/lost-directory-note'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { ClusterFacts } from './cluster-facts'
import { ConnectPanel } from './connect-panel'
import { HealthSentence } from './health-sentence'
import { RecentOperations } from './recent-operations'
import { VolumesNote } from './volumes-note'
import { ZoneMap } from './zone-map'

export function ClusterOverview({ clusterId }: { clusterId: string }) {
  const t = useTranslations('cluster')
  const errors = useTranslations('errors')
  const query = useQuery(clusterQuery(clusterId))
  return (
    <QueryView
      query={query}
      failed={t('loadFailed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(cluster) => (
        <>
          <HealthSentence cluster={cluster} />
          <ForeignNotes cluster={cluster} />
          <VolumesNote cluster={cluster} />
          <PauseNote cluster={cluster} />
          <GivenUpNote cluster={cluster} />
          <LostDirectoryNote cluster={cluster} />
          <HeldNote cluster={cluster} />
          <ClusterRinging cluster={cluster} />
          <ClusterFacts cluster={cluster} />
          <ZoneMap cluster={cluster} />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-2">
            <ConnectPanel cluster={cluster} />
            <RecentOperations cluster={cluster} />
          </div>
          <IncidentsPanel cluster={cluster} />
        </>
      )}
    </QueryView>
  )
}
