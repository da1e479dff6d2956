import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { FormActions } from '@/components/form/form-actions'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { acceptLoss } from '@/lib/browser/mutations/accept-loss'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

type AcceptLossDialogProps = { cluster: ClusterSummary; nodeId: number; onClose: () => void }

export function AcceptLossDialog({ cluster, nodeId, onClose }: AcceptLossDialogProps) {
  const t = useTranslations('incidents.loss')
  const { id: clusterId, name } = cluster
  const schema = z.object({ name: z.literal(name, { error: t('mismatch', { name }) }) })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '' }, mode: 'onTouched' })
  const accept = useMutation({ ...acceptLoss(useQueryClient()), onSuccess: onClose })
  const submit = form.handleSubmit(() => accept.mutate({ clusterId, nodeId, clusterName: name }))
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { node: nodeId })}
      description={t('text')}
      closeLabel={t('keep')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <TextField control={form.control} name="name" label={t('type', { name })} />
        {accept.isError ? <ErrorInPlace title={t('failed')} error={accept.error} /> : null}
        <FormActions cancel={t('keep')} onCancel={onClose} submit={t('accept')} danger />
      </form>
    </Dialog>
  )
}
