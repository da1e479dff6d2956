'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { useRegion } from '@/components/shell/region'
import { useTitle } from '@/components/shell/use-title'
import { useAddress } from '@/components/table/use-address'
import { SkeletonBars } from '@/components/ui/skeleton'
import { type Configuration, usesOf } from '@/lib/browser/configuration/configuration-list'
import {
  configurationsQuery,
  configurationUsesQuery,
  revisionsQuery,
} from '@/lib/browser/queries/configurations'
import { routes } from '@/lib/browser/routes'
import { ConfigurationFacts } from './configuration-facts'
import { ConfigurationHead } from './configuration-head'
import { RevisionsTable } from './revisions-table'
import { UsesPanel } from './uses-panel'

/** It knows every setting there is, which is more than the head and the history need. */
const RevisionPanel = lazy(async () => ({ default: (await import('./revision-panel')).RevisionPanel }))

export function ConfigurationView({ name }: { name: string }) {
  const t = useTranslations('configuration')
  const list = useTranslations('configurations')
  const errors = useTranslations('errors')
  const titles = useTranslations('titles')
  const { region } = useRegion()
  useTitle(titles('named', { name }))
  const query = useQuery(configurationsQuery(region))
  return (
    <QueryView
      query={query}
      failed={list('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(configurations) => {
        const configuration = configurations.find((each) => each.name === name)
        return configuration === undefined ? (
          <NotFoundView
            title={t('notFound', { name })}
            text={t('notFoundText', { region })}
            to={{ href: routes.configurations(), words: t('toConfigurations') }}
          />
        ) : (
          <OneConfiguration key={configuration.arn} configuration={configuration} region={region} />
        )
      }}
    </QueryView>
  )
}

function OneConfiguration({ configuration, region }: { configuration: Configuration; region: string }) {
  const t = useTranslations('configuration')
  const errors = useTranslations('errors')
  const uses = useQuery({
    ...configurationUsesQuery(region),
    select: (all) => usesOf(configuration, all),
  })
  const revisions = useQuery(revisionsQuery(region, configuration.arn))
  const { revision: latest } = configuration.latestRevision
  const [chosen, choose] = useAddress('revision', String(latest))
  const loading = <SkeletonBars lines={5} label={errors('loading')} />
  return (
    <>
      <ConfigurationHead configuration={configuration} region={region} uses={uses.data} />
      <ConfigurationFacts configuration={configuration} uses={uses.data} />
      <UsesPanel arn={configuration.arn} uses={uses.data ?? []} isKnown={uses.data !== undefined} />
      <QueryView query={revisions} failed={t('revisions.failed')} loading={loading}>
        {(records) => {
          const shown = records.find(({ revision }) => String(revision) === chosen) ?? records[0]
          return (
            <>
              <RevisionsTable
                records={records}
                uses={uses.data ?? []}
                shown={shown?.revision ?? null}
                onShow={(revision) => choose(String(revision))}
              />
              {shown === undefined ? null : (
                <Suspense fallback={loading}>
                  <RevisionPanel
                    key={shown.revision}
                    configuration={configuration}
                    region={region}
                    records={records}
                    revision={shown.revision}
                    onRestored={(made) => choose(String(made))}
                  />
                </Suspense>
              )}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
