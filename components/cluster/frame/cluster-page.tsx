import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useTitle } from '@/components/shell/use-title'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

type ClusterPageProps = {
  clusterId: string
  /** Of the document, from the name of the cluster. */
  titleOf: (name: string) => string
  /** The sentence when the cluster could not be read. */
  failed: string
  children: (cluster: ClusterDetail) => ReactNode
}

/** A page under a tab that shows nothing but the cluster: its title, and the states of what the server says. */
export function ClusterPage({ clusterId, titleOf, failed, children }: ClusterPageProps) {
  const errors = useTranslations('errors')
  const query = useQuery(clusterQuery(clusterId))
  useTitle(titleOf(query.data?.name ?? ''))
  return (
    <QueryView query={query} failed={failed} loading={<SkeletonBars lines={6} label={errors('loading')} />}>
      {children}
    </QueryView>
  )
}
