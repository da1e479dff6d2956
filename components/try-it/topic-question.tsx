import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import { Button } from '@/components/ui/button'
import type { SendMessageReply } from '@/lib/contract/console/try-it'

type TopicQuestionProps = {
  missing: Extract<SendMessageReply, { is: 'topicMissing' }>
  isPending: boolean
  onMake: () => void
  onKeep: () => void
}

/** A topic is never made without being asked for. */
export function TopicQuestion({ missing, isPending, onMake, onKeep }: TopicQuestionProps) {
  const t = useTranslations('tryIt')
  return (
    <Notice
      tone="run"
      shape="unknown"
      actions={
        <>
          <Button onClick={onMake} offBecause={isPending ? t('sending') : undefined} reasonPlace="elsewhere">
            {t('makeTopic', { topic: missing.topic })}
          </Button>
          <Button kind="ghost" onClick={onKeep}>
            {t('makeNoTopic')}
          </Button>
        </>
      }
    >
      {t.rich('topicMissing', {
        ...bold,
        topic: missing.topic,
        partitions: missing.partitionCount,
        replicas: missing.replicationFactor,
      })}
    </Notice>
  )
}
