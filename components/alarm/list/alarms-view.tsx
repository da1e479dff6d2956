'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SkeletonBars } from '@/components/ui/skeleton'
import { alarmsQuery } from '@/lib/browser/queries/alarms'
import { routes } from '@/lib/browser/routes'
import { AlarmsSentence } from './alarms-sentence'
import { AlarmsTable } from './alarms-table'

const NewRegionAlarm = lazy(async () => ({
  default: (await import('./new-region-alarm')).NewRegionAlarm,
}))

/** All alarms of the region, also of clusters that are gone. */
export function AlarmsView() {
  const t = useTranslations('alarms')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const [creating, setCreating] = useAddress('create', '')
  const query = useQuery(alarmsQuery(region))
  return (
    <>
      <PageHead
        title={t('title')}
        subtitle={t('subtitle', { region })}
        actions={
          <>
            <Button asChild>
              <NextLink href={routes.webhooks()}>{t('webhooks')}</NextLink>
            </Button>
            <Button onClick={() => setCreating('alarm')}>
              <Icon name="add" />
              {t('create')}
            </Button>
          </>
        }
      />
      <QueryView
        query={query}
        failed={t('failed')}
        loading={<SkeletonBars lines={6} label={errors('loading')} />}
      >
        {(alarms) => (
          <>
            <AlarmsSentence alarms={alarms} />
            <AlarmsTable alarms={alarms} cluster={null} />
          </>
        )}
      </QueryView>
      {creating === 'alarm' ? (
        <Suspense>
          <NewRegionAlarm region={region} onClose={() => setCreating('')} />
        </Suspense>
      ) : null}
    </>
  )
}
