'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Button } from '@/components/ui/button'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { topicQuery } from '@/lib/browser/queries/topics'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicDetail } from '@/lib/contract/console/topics'
import { isKafkaStateTopic, partitionStanding } from '@/lib/domain/topic'
import { ClosedView, closedReason } from '../closed-view'
import { DeleteTopicDialog } from './delete-topic-dialog'
import { GrowDialog } from './grow-dialog'
import { PartitionTable } from './partition-table'
import { SettingsPanel } from './settings-panel'
import { TopicFacts } from './topic-facts'

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
          <SettingsPanel cluster={cluster} topicName={topic.name} />
        </>
      )}
    </QueryView>
  )
}

function TopicHead({ cluster, topic }: { cluster: ClusterDetail; topic: TopicDetail }) {
  const t = useTranslations('topic')
  const [asking, setAsking] = useState<'grow' | 'delete' | null>(null)
  const off = isKafkaStateTopic(topic.name) ? t('offKafka') : undefined
  return (
    <>
      <PageHead
        title={<span className="mono text-20!">{topic.name}</span>}
        subtitle={<TopicSentence topic={topic} />}
        actions={
          <>
            <Button onClick={() => setAsking('delete')} offBecause={off} reasonPlace="elsewhere">
              {t('delete')}
            </Button>
            <Button onClick={() => setAsking('grow')} offBecause={off} reasonPlace="elsewhere">
              {t('grow')}
            </Button>
          </>
        }
      />
      {asking === 'grow' ? (
        <GrowDialog cluster={cluster} topic={topic} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'delete' ? (
        <DeleteTopicDialog cluster={cluster} topic={topic} onClose={() => setAsking(null)} />
      ) : null}
    </>
  )
}

function TopicSentence({ topic: { partitions } }: { topic: TopicDetail }) {
  const t = useTranslations('topic.sentence')
  const count = (standing: string) => partitions.filter((each) => partitionStanding(each) === standing).length
  const values = { partitions: partitions.length, offline: count('offline'), behind: count('behind') }
  if (values.offline > 0) return <p>{t('offline', values)}</p>
  return <p>{values.behind > 0 ? t('behind', values) : t('inSync', values)}</p>
}
