'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { ClusterTable } from './cluster-table'
import { ClustersSentence } from './clusters-sentence'
import { FirstRun } from './first-run'
import { RunningOperations } from './running-operations'
import { TableKeys } from './table-keys'

export function ClustersView() {
  const t = useTranslations('clusters')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const query = useQuery(clustersQuery(region))
  // Ages are words too: "No data" must appear although nothing arrives.
  useNow(1000)
  const isEmpty = query.data?.length === 0
  return (
    <>
      <PageHead
        title={t('title')}
        subtitle={
          query.data === undefined || isEmpty ? undefined : <ClustersSentence clusters={query.data} />
        }
        actions={
          isEmpty ? undefined : (
            <Button asChild kind="primary">
              <NextLink href={routes.createCluster()}>
                <Icon name="add" />
                {t('create')}
                <Kbd onAccent>C</Kbd>
              </NextLink>
            </Button>
          )
        }
      />
      <QueryView
        query={query}
        failed={t('loadFailed')}
        loading={
          <div className="rounded-6 border border-line bg-surface">
            <SkeletonBars lines={5} label={errors('loading')} />
          </div>
        }
      >
        {(clusters) =>
          clusters.length === 0 ? (
            <FirstRun />
          ) : (
            <>
              <ClusterTable clusters={clusters} />
              <RunningOperations clusters={clusters} />
              <TableKeys />
            </>
          )
        }
      </QueryView>
    </>
  )
}
