import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { formatBytes } from '@/lib/browser/format/bytes'
import { topicSettingsQuery } from '@/lib/browser/queries/topics'
import { messagesOf, outOfSync } from '@/lib/browser/topic/partitions'
import type { TopicDetail } from '@/lib/contract/console/topics'
import { keepingOf } from '@/lib/domain/topic-settings'

/** A topic in six figures; a dash is what is not known. */
export function TopicFacts({ clusterId, topic }: { clusterId: string; topic: TopicDetail }) {
  const t = useTranslations('topic')
  const locale = useLocale()
  const count = (value: number | null): string => value?.toLocaleString(locale) ?? t('none')
  const { behind, copies } = outOfSync(topic)
  return (
    <Facts
      facts={[
        { key: 'partitions', term: t('facts.partitions'), value: count(topic.partitions.length) },
        { key: 'replication', term: t('facts.replication'), value: count(topic.replicationFactor) },
        {
          key: 'behind',
          term: t('facts.outOfSync'),
          value: behind === 0 ? t('facts.nothingBehind') : t('facts.ofCopies', { behind, copies }),
        },
        {
          key: 'messages',
          term: t('facts.messages'),
          value: count(messagesOf(topic)),
          note: t('facts.messagesNote'),
        },
        {
          key: 'disk',
          term: t('facts.disk'),
          value: topic.diskBytes === null ? t('none') : formatBytes(topic.diskBytes),
          note: t('facts.diskNote'),
        },
        useKeepingFact(clusterId, topic.name),
      ]}
    />
  )
}

function useKeepingFact(clusterId: string, topicName: string): Fact {
  const t = useTranslations('topic.facts')
  const words = useTranslations('topic')
  const duration = useDuration()
  const settings = useQuery(topicSettingsQuery(clusterId, topicName)).data
  const keeping = keepingOf((name) => settings?.find((setting) => setting.name === name)?.value ?? null)
  const term = t('retention')
  if (keeping === null) return { key: 'retention', term, value: words('none') }
  const { isCompacted, isDeleted, ms, bytes } = keeping
  if (!isDeleted) return { key: 'retention', term, value: t('newestOfKey'), note: t('compacted') }
  const notes = [
    bytes === null ? null : t('atMost', { size: formatBytes(bytes) }),
    isCompacted ? t('compactedToo') : null,
  ].filter((note) => note !== null)
  return {
    key: 'retention',
    term,
    value: ms === null ? words('unlimited') : duration(ms),
    note: notes.length === 0 ? t('thenDeleted') : notes.join(' '),
  }
}
