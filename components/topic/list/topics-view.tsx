'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { QueryView } from '@/components/feedback/query-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { topicsQuery } from '@/lib/browser/queries/topics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ClosedView, closedReason } from '../closed-view'
import { CreateTopicDialog } from '../create/create-topic-dialog'
import { TopicTable } from './topic-table'
import { TopicsHead } from './topics-head'

export function TopicsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('topics')
  const cluster = useQuery(clusterQuery(clusterId))
  if (cluster.data === undefined) {
    if (cluster.isError) return <ErrorInPlace title={t('loadFailed')} error={cluster.error} />
    return <Loading />
  }
  const reason = closedReason(cluster.data)
  if (reason !== null) return <ClosedView cluster={cluster.data} reason={reason} />
  return <OpenTopics cluster={cluster.data} />
}

function OpenTopics({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('topics')
  const query = useQuery(topicsQuery(useQueryClient(), cluster.id))
  return (
    <>
      <QueryView query={query} failed={t('loadFailed')} loading={<Loading />}>
        {({ topics }) => (
          <div className="grid gap-4">
            <TopicsHead topics={topics} />
            <TopicTable cluster={cluster} topics={topics} />
          </div>
        )}
      </QueryView>
      <CreateTopicDialog cluster={cluster} names={query.data?.topics ?? []} />
    </>
  )
}

function Loading() {
  const t = useTranslations('errors')
  return (
    <div className="rounded-6 border border-line bg-surface">
      <SkeletonBars lines={6} label={t('loading')} />
    </div>
  )
}
