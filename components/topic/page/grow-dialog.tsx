import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { NumberField } from '@/components/form/number-field'
import { FormActions } from '@/components/form/form-actions'
import { Dialog } from '@/components/ui/dialog'
import { growTopic } from '@/lib/browser/mutations/grow-topic'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicDetail } from '@/lib/contract/console/topics'

const PARTITIONS_MAX = 100_000

type GrowDialogProps = { cluster: ClusterDetail; topic: TopicDetail; onClose: () => void }

/** Says what more partitions do to records with a key, before it does it. */
export function GrowDialog({ cluster, topic, onClose }: GrowDialogProps) {
  const t = useTranslations('growTopic')
  const count = topic.partitions.length
  const fits = (text: string) => /^\d+$/.test(text) && Number(text) > count && Number(text) <= PARTITIONS_MAX
  const schema = z.object({ partitions: z.string().refine(fits, { error: t('rule', { count }) }) })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { partitions: String(count + 1) } })
  const growth = useMutation({ ...growTopic(useQueryClient()), onSuccess: onClose })
  const submit = form.handleSubmit(({ partitions }) => {
    if (!growth.isPending) growth.mutate({ cluster, topicName: topic.name, partitions: Number(partitions) })
  })
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name: topic.name })}
      description={t('text', { count })}
      closeLabel={t('close')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <p>{t('keyed')}</p>
        <NumberField control={form.control} name="partitions" label={t('label')} />
        {growth.isError ? (
          <ErrorInPlace title={t('failed', { name: topic.name })} error={growth.error} />
        ) : null}
        <FormActions cancel={t('cancel')} onCancel={onClose} submit={t('submit')} />
      </form>
    </Dialog>
  )
}
