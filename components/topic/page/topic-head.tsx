import NextLink from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicDetail } from '@/lib/contract/console/topics'
import { isKafkaStateTopic, partitionStanding } from '@/lib/domain/topic'
import { DeleteTopicDialog } from './delete-topic-dialog'
import { GrowDialog } from './grow-dialog'

/** What a topic is called, how it stands, and what one can do with it. */
export function TopicHead({ cluster, topic }: { cluster: ClusterDetail; topic: TopicDetail }) {
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
            {topic.isInternal ? null : (
              <Button asChild>
                <NextLink href={routes.clusterTry(cluster.id, topic.name)}>{t('sendMessage')}</NextLink>
              </Button>
            )}
            <Button onClick={() => setAsking('delete')} offBecause={off} reasonPlace="elsewhere">
              {t('delete')}
            </Button>
            <Button asChild>
              <NextLink href={routes.clusterRebalance(cluster.id, topic.name)}>{t('placement')}</NextLink>
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
