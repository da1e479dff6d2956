'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { SkeletonBars } from '@/components/ui/skeleton'
import { hostQuery } from '@/lib/browser/queries/host'
import { CreateColumns } from './create-columns'

export function CreateView() {
  const t = useTranslations('create')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const host = useQuery(hostQuery(region))
  return (
    <>
      <PageHead title={t('title')} subtitle={t('lead')} />
      <QueryView
        query={host}
        failed={t('hostFailed')}
        loading={<SkeletonBars lines={6} label={errors('loading')} />}
      >
        {(data) => <CreateColumns key={region} host={data} />}
      </QueryView>
    </>
  )
}
