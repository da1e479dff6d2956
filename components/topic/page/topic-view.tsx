'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { LazySmallCharts } from '@/components/monitoring/lazy-small-charts'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { topicQuery } from '@/lib/browser/queries/topics'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { ClosedView, closedReason } from '../closed-view'
import { PartitionTable } from './partition-table'
import { ReadersPanel } from './readers-panel'
import { SettingsPanel } from './settings-panel'
import { TopicFacts } from './topic-facts'
import { TopicHead } from './topic-head'

const TOPIC_CHARTS = ['bytesIn', 'bytesOut'] as const

export function TopicView({ clusterId, topicName }: { clusterId: string; topicName: string }) {
  const titles = useTranslations('titles')
  useTitle(titles('named', { name: topicName }))
  const t = useTranslations('topic')
  const cluster = useQuery(clusterQuery(clusterId))
  return (
    <QueryView query={cluster} failed={t('loadFailed')}>
      {(data) => {
        const reason = closedReason(data)
        return reason === null ? (
          <OpenTopic cluster={data} topicName={topicName} />
        ) : (
          <>
            <PageHead title={<span className="mono text-20!">{topicName}</span>} />
            <ClosedView cluster={data} reason={reason} />
          </>
        )
      }}
    </QueryView>
  )
}

function OpenTopic({ cluster, topicName }: { cluster: ClusterDetail; topicName: string }) {
  const t = useTranslations('topic')
  const query = useQuery(topicQuery(cluster.id, topicName))
  if (query.error instanceof CallError && query.error.isNotFound) {
    return (
      <NotFoundView
        title={t('gone', { name: topicName })}
        text={t('goneText')}
        to={{ href: routes.clusterTopics(cluster.id), words: t('toTopics') }}
      />
    )
  }
  return (
    <QueryView query={query} failed={t('loadFailed')}>
      {(topic) => (
        <>
          <TopicHead cluster={cluster} topic={topic} />
          <TopicFacts clusterId={cluster.id} topic={topic} />
          <PartitionTable partitions={topic.partitions} file={`${cluster.name}-${topic.name}-partitions`} />
          {topic.silentBrokers.map(({ brokerId, why }) => (
            <p key={brokerId} className="text-12 text-text-2">
              {t('silent', { broker: brokerId, why })}
            </p>
          ))}
          <ReadersPanel cluster={cluster} topicName={topic.name} />
          <LazySmallCharts clusterId={cluster.id} charts={TOPIC_CHARTS} of={{ topic: topic.name }} />
          <SettingsPanel cluster={cluster} topicName={topic.name} />
        </>
      )}
    </QueryView>
  )
}
