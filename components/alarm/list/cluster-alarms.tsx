'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterNameOf } from '@/lib/browser/alarm/watched'
import { alarmsQuery } from '@/lib/browser/queries/alarms'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { AlarmsSentence } from './alarms-sentence'
import { AlarmsTable } from './alarms-table'
import { RecommendedOffer } from './recommended-offer'

export function ClusterAlarms({ clusterId }: { clusterId: string }) {
  const t = useTranslations('alarms')
  const titles = useTranslations('titles')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => titles('namedAlarms', { name })}
      failed={t('failed')}
    >
      {(cluster) => <AlarmsOf cluster={cluster} />}
    </ClusterPage>
  )
}

/** Alarms belong to a region; a cluster’s are those that name it. */
function AlarmsOf({ cluster: { id, name, region } }: { cluster: ClusterDetail }) {
  const t = useTranslations('alarms')
  const errors = useTranslations('errors')
  const query = useQuery(alarmsQuery(region))
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(all) => {
        const alarms = all.filter((alarm) => clusterNameOf(alarm) === name)
        return (
          <>
            <AlarmsSentence alarms={alarms} />
            <RecommendedOffer clusterId={id} name={name} />
            <AlarmsTable alarms={alarms} cluster={name} />
          </>
        )
      }}
    </QueryView>
  )
}
