'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { useNow } from '@/components/ui/use-now'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { ClusterGone } from './cluster-gone'
import { ClusterHead, ClusterHeadLoading } from './cluster-head'
import { CLUSTER_TABS } from './cluster-tabs'
import { TabBar } from './tab-bar'
import { TabKeys } from './tab-keys'

/**
 * What all pages of a cluster stand in. A page with a tab gets the cluster’s head and the tabs above it; a page below
 * one (an operation, a node, a topic) has a head of its own and the breadcrumb for the way back.
 */
export function ClusterFrame({ clusterId, children }: { clusterId: string; children: ReactNode }) {
  const t = useTranslations('cluster')
  const pathname = usePathname()
  const query = useQuery(clusterQuery(clusterId))
  // Ages are words too: "No data" must appear although nothing arrives.
  useNow(1000)
  // What was done to a cluster can be read after it is gone.
  const outlives = pathname.startsWith(`${routes.clusterOperations(clusterId)}/`)
  if (!outlives && query.error instanceof CallError && query.error.isNotFound) {
    return <ClusterGone clusterId={clusterId} lastName={query.data?.name} />
  }
  if (!CLUSTER_TABS.some(({ href }) => href(clusterId) === pathname)) {
    return (
      <>
        <TabKeys clusterId={clusterId} />
        {children}
      </>
    )
  }
  if (query.data === undefined && query.isError) {
    return <ErrorInPlace title={t('loadFailed')} error={query.error} onRetry={() => void query.refetch()} />
  }
  return (
    <>
      <TabKeys clusterId={clusterId} />
      {query.data === undefined ? <ClusterHeadLoading /> : <ClusterHead cluster={query.data} />}
      <TabBar clusterId={clusterId} name={query.data?.name ?? t('one')} />
      {children}
    </>
  )
}
