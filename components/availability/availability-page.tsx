'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { availabilityQuery } from '@/lib/browser/queries/availability'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { AvailabilitySwitch } from './availability-switch'
import { CalendarPanel } from './calendar-panel'
import { DayPanel } from './day-panel'
import { FiguresPanel } from './figures-panel'
import { OutagesPanel } from './outages-panel'

/** How much of its time clients could write and read, day by day, and what cost the rest. */
export function AvailabilityPage({ clusterId }: { clusterId: string }) {
  const t = useTranslations('availability')
  const titles = useTranslations('titles')
  return (
    <ClusterPage
      clusterId={clusterId}
      titleOf={(name) => titles('namedAvailability', { name })}
      failed={t('failed')}
    >
      {(cluster) => <Availability cluster={cluster} />}
    </ClusterPage>
  )
}

function Availability({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('availability')
  const errors = useTranslations('errors')
  const query = useQuery(availabilityQuery(cluster.id))
  const [day, setDay] = useState<string | null>(null)
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(availability) => {
        const shown = day ?? availability.days.at(-1)?.day ?? ''
        return (
          <>
            <p className="max-w-[88ch] text-13 text-text-2">{t('intro')}</p>
            <AvailabilitySwitch
              clusterId={cluster.id}
              isOn={availability.isOn}
              lastAt={availability.lastAt}
            />
            <FiguresPanel figures={availability.figures} />
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
              <CalendarPanel days={availability.days} chosen={shown} onChoose={setDay} />
              <DayPanel clusterId={cluster.id} day={shown} />
            </div>
            <OutagesPanel cluster={cluster} outages={availability.outages} />
          </>
        )
      }}
    </QueryView>
  )
}
