import { useTranslations } from 'use-intl'
import { useAddress } from '@/components/table/use-address'
import { Sentences } from '@/components/text/sentences'
import { Announcer } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { topicTotals } from '@/lib/browser/topic/topic-list'
import type { TopicRow } from '@/lib/contract/console/topics'

/** The page in one sentence. Topics of Kafka itself count where something is wrong with them, and nowhere else. */
export function TopicsHead({ topics }: { topics: readonly TopicRow[] }) {
  const t = useTranslations('topics')
  const [, setCreating] = useAddress('create', '')
  const own = topicTotals(topics.filter(({ isInternal }) => !isInternal))
  const { behind, offline } = topicTotals(topics)
  const state = [
    offline > 0 ? t('offline', { count: offline }) : null,
    behind > 0 ? t('behind', { count: behind }) : null,
    offline === 0 && behind === 0 && own.topics > 0 ? t('allInSync') : null,
  ]
  return (
    <div className="flex items-start gap-4 max-desk:flex-wrap max-desk:gap-3">
      <p className="min-w-0 flex-1 text-16 max-desk:basis-full">
        <Sentences parts={[own.topics === 0 ? t('countsNone') : t('counts', own), ...state]} />
      </p>
      <Announcer sentence={state.filter((part) => part !== null).join(' ')} />
      <Button kind="primary" className="max-desk:h-11 max-desk:w-full" onClick={() => setCreating('topic')}>
        <Icon name="add" />
        {t('create')}
      </Button>
    </div>
  )
}
