'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useAddress } from '@/components/table/use-address'
import { Dialog } from '@/components/ui/dialog'
import { topicDefaultsQuery } from '@/lib/browser/queries/topics'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicRow } from '@/lib/contract/console/topics'
import { CreateTopicFields } from './create-topic-fields'

type CreateTopicDialogProps = { cluster: ClusterDetail; names: readonly TopicRow[] }

/** Beside the list, which stays in view; that it is open stands in the address. */
export function CreateTopicDialog({ cluster, names: topics }: CreateTopicDialogProps) {
  const t = useTranslations('createTopic')
  const [creating, setCreating] = useAddress('create', '')
  const open = creating === 'topic'
  const defaults = useQuery({ ...topicDefaultsQuery(cluster.id), enabled: open })
  const names = useMemo(() => topics.map(({ name }) => name), [topics])
  const close = () => setCreating('')
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : close())}
      title={t('title')}
      closeLabel={t('close')}
      place="side"
    >
      <QueryView query={defaults} failed={t('defaultsFailed')}>
        {(data) => <CreateTopicFields cluster={cluster} names={names} defaults={data} onClose={close} />}
      </QueryView>
    </Dialog>
  )
}
