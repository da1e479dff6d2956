'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { Button } from '@/components/ui/button'
import { SkeletonBars } from '@/components/ui/skeleton'
import { alarmsQuery } from '@/lib/browser/queries/alarms'
import { routes } from '@/lib/browser/routes'
import { AlarmsSentence } from './alarms-sentence'
import { AlarmsTable } from './alarms-table'

/** All alarms of the region, also of clusters that are gone. */
export function AlarmsView() {
  const t = useTranslations('alarms')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const query = useQuery(alarmsQuery(region))
  return (
    <>
      <PageHead
        title={t('title')}
        subtitle={t('subtitle', { region })}
        actions={
          <Button asChild>
            <NextLink href={routes.webhooks()}>{t('webhooks')}</NextLink>
          </Button>
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
    </>
  )
}
