'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { SkeletonBars } from '@/components/ui/skeleton'
import { configurationsQuery } from '@/lib/browser/queries/configurations'

/** It knows every setting there is: nobody waits for that who only looks at the list. */
const CreateConfiguration = lazy(async () => ({
  default: (await import('./create-configuration')).CreateConfiguration,
}))

export function CreateConfigurationView() {
  const t = useTranslations('configurationForm')
  const list = useTranslations('configurations')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const query = useQuery(configurationsQuery(region))
  const loading = <SkeletonBars lines={6} label={errors('loading')} />
  return (
    <>
      <PageHead title={t('createTitle')} subtitle={t('createLead')} />
      <QueryView query={query} failed={list('failed')} loading={loading}>
        {(configurations) => (
          <Suspense fallback={loading}>
            <CreateConfiguration
              key={region}
              region={region}
              names={configurations.map(({ name }) => name)}
            />
          </Suspense>
        )}
      </QueryView>
    </>
  )
}
