'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { useRegion } from '@/components/shell/region'
import { useTitle } from '@/components/shell/use-title'
import { SkeletonBars } from '@/components/ui/skeleton'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { configurationsQuery } from '@/lib/browser/queries/configurations'
import { routes } from '@/lib/browser/routes'

const EditConfiguration = lazy(async () => ({
  default: (await import('./edit-configuration')).EditConfiguration,
}))

export function EditConfigurationView({ name }: { name: string }) {
  const t = useTranslations('configuration')
  const list = useTranslations('configurations')
  const errors = useTranslations('errors')
  const titles = useTranslations('titles')
  const { region } = useRegion()
  useTitle(titles('namedEdit', { name }))
  const query = useQuery(configurationsQuery(region))
  const now = query.data?.find((each) => each.name === name)
  // Deleted meanwhile, what was typed must not go with it.
  const [begun, setBegun] = useState<Configuration | null>(null)
  if (now !== undefined && begun === null) setBegun(now)
  const loading = <SkeletonBars lines={6} label={errors('loading')} />
  return (
    <QueryView query={query} failed={list('failed')} loading={loading}>
      {(configurations) =>
        begun === null ? (
          <NotFoundView
            title={t('notFound', { name })}
            text={t('notFoundText', { region })}
            to={{ href: routes.configurations(), words: t('toConfigurations') }}
          />
        ) : (
          <Suspense fallback={loading}>
            <EditConfiguration
              key={begun.arn}
              configuration={begun}
              region={region}
              isGone={!configurations.some(({ arn }) => arn === begun.arn)}
            />
          </Suspense>
        )
      }
    </QueryView>
  )
}
