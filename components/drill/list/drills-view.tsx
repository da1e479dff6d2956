'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { drillsQuery } from '@/lib/browser/queries/drills'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { OfferedDrill } from '@/lib/contract/console/drills'
import { StartDialog } from '../start-dialog'
import { OfferedPanel } from './offered-panel'
import { ReportsPanel } from './reports-panel'
import { UnderWay } from './under-way'

/** What can be drilled, what is under way, and what came of those before. */
export function DrillsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('drills')
  const titles = useTranslations('titles')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => titles('namedDrills', { name })}
      failed={t('failed')}
    >
      {(cluster) => <Drills cluster={cluster} />}
    </ClusterPage>
  )
}

function Drills({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('drills')
  const errors = useTranslations('errors')
  const query = useQuery(drillsQuery(cluster.id))
  const [asking, setAsking] = useState<OfferedDrill | null>(null)
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {({ offered, unbuilt, drills, isProtected }) => (
        <>
          <div className="grid max-w-[88ch] gap-1 text-13 text-text-2">
            <p>{t('intro')}</p>
            {isProtected ? <p>{t('protected')}</p> : null}
          </div>
          <UnderWay clusterId={cluster.id} drills={drills} />
          <OfferedPanel offered={offered} unbuilt={unbuilt} onStart={setAsking} />
          <ReportsPanel cluster={cluster} drills={drills} />
          {asking === null ? null : (
            <StartDialog
              cluster={cluster}
              drill={asking}
              isProtected={isProtected}
              onClose={() => setAsking(null)}
            />
          )}
        </>
      )}
    </QueryView>
  )
}
