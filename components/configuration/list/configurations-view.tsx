'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SkeletonBars } from '@/components/ui/skeleton'
import { configurationRows } from '@/lib/browser/configuration/configuration-list'
import { configurationsQuery, configurationUsesQuery } from '@/lib/browser/queries/configurations'
import { routes } from '@/lib/browser/routes'
import { ConfigurationsSentence } from './configurations-sentence'
import { ConfigurationsTable } from './configurations-table'

/** All configurations of the region, and how far clusters are behind their latest revisions. */
export function ConfigurationsView() {
  const t = useTranslations('configurations')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const query = useQuery(configurationsQuery(region))
  const uses = useQuery(configurationUsesQuery(region))
  const loading = <SkeletonBars lines={6} label={errors('loading')} />
  return (
    <>
      <PageHead
        title={t('title')}
        subtitle={t('subtitle', { region })}
        actions={
          <Button asChild kind="primary">
            <NextLink href={routes.createConfiguration()}>
              <Icon name="add" />
              {t('create')}
            </NextLink>
          </Button>
        }
      />
      <QueryView query={query} failed={t('failed')} loading={loading}>
        {(configurations) => (
          <QueryView query={uses} failed={t('failed')} loading={loading}>
            {(used) => {
              const rows = configurationRows(configurations, used)
              return (
                <>
                  <ConfigurationsSentence rows={rows} />
                  <ConfigurationsTable rows={rows} />
                </>
              )
            }}
          </QueryView>
        )}
      </QueryView>
    </>
  )
}
