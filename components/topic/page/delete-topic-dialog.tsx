import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { TextField } from '@/components/form/text-field'
import { FormActions } from '@/components/form/form-actions'
import { Sentences } from '@/components/text/sentences'
import { Dialog } from '@/components/ui/dialog'
import { formatBytes } from '@/lib/browser/format/bytes'
import { deleteTopic } from '@/lib/browser/mutations/delete-topic'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicDetail } from '@/lib/contract/console/topics'

type DeleteTopicDialogProps = { cluster: ClusterDetail; topic: TopicDetail; onClose: () => void }

/** Counts what is lost and wants the name. */
export function DeleteTopicDialog({ cluster, topic, onClose }: DeleteTopicDialogProps) {
  const t = useTranslations('deleteTopic')
  const { name } = topic
  const router = useRouter()
  const schema = z.object({ name: z.literal(name, { error: t('mismatch', { name }) }) })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '' }, mode: 'onTouched' })
  const removal = useMutation({
    ...deleteTopic(useQueryClient()),
    onSuccess: () => router.push(routes.clusterTopics(cluster.id)),
  })
  const submit = form.handleSubmit(() => {
    if (!removal.isPending) removal.mutate({ cluster, topicName: name })
  })
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name })}
      description={<Losses topic={topic} />}
      closeLabel={t('close')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <TextField control={form.control} name="name" label={t('type', { name })} />
        {removal.isError ? <ErrorInPlace title={t('failed', { name })} error={removal.error} /> : null}
        <FormActions cancel={t('keep')} onCancel={onClose} submit={t('delete')} danger />
      </form>
    </Dialog>
  )
}

function Losses({ topic: { partitions, diskBytes } }: { topic: TopicDetail }) {
  const t = useTranslations('deleteTopic')
  const isKnown = partitions.every(
    ({ earliest, highWatermark }) => earliest !== null && highWatermark !== null,
  )
  const messages = partitions.reduce(
    (sum, { earliest, highWatermark }) => sum + (highWatermark ?? 0) - (earliest ?? 0),
    0,
  )
  const counts =
    isKnown && diskBytes !== null
      ? t('counts', { messages, disk: formatBytes(diskBytes), partitions: partitions.length })
      : t('countsUnknown', { partitions: partitions.length })
  return <Sentences parts={[counts, t('forever')]} />
}
