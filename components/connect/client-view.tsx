'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useTitle } from '@/components/shell/use-title'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { AddressesPanel } from './addresses-panel'
import { SnippetsPanel } from './snippets-panel'

/** How a client connects: the addresses, and programs that are complete as they stand. */
export function ClientView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('client')
  const errors = useTranslations('errors')
  const query = useQuery(clusterQuery(clusterId))
  useTitle(t('documentTitle', { name: query.data?.name ?? '' }))
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(cluster) => (
        <>
          <AddressesPanel cluster={cluster} />
          <SnippetsPanel cluster={cluster} />
        </>
      )}
    </QueryView>
  )
}
