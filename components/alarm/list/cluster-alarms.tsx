'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterNameOf } from '@/lib/browser/alarm/watched'
import { alarmsQuery } from '@/lib/browser/queries/alarms'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { AlarmsSentence } from './alarms-sentence'
import { AlarmsTable } from './alarms-table'
import { RecommendedOffer } from './recommended-offer'

const NewAlarmDialog = lazy(async () => ({
  default: (await import('../form/new-alarm-dialog')).NewAlarmDialog,
}))

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
function AlarmsOf({ cluster }: { cluster: ClusterDetail }) {
  const { id, name, region } = cluster
  const [creating, setCreating] = useAddress('create', '')
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
            <div className="flex items-start gap-4 max-desk:flex-wrap max-desk:gap-3">
              <AlarmsSentence alarms={alarms} />
              <Button className="max-desk:h-11 max-desk:w-full" onClick={() => setCreating('alarm')}>
                <Icon name="add" />
                {t('create')}
              </Button>
            </div>
            <RecommendedOffer clusterId={id} name={name} />
            <AlarmsTable alarms={alarms} cluster={name} />
            {creating === 'alarm' ? (
              <Suspense>
                <NewAlarmDialog cluster={cluster} onClose={() => setCreating('')} />
              </Suspense>
            ) : null}
          </>
        )
      }}
    </QueryView>
  )
}
