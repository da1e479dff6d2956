'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { NumberField } from '@/components/form/number-field'
import { FormActions } from '@/components/form/form-actions'
import { Dialog } from '@/components/ui/dialog'
import { growStorage } from '@/lib/browser/mutations/grow-storage'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import type { ClusterDetail, ClusterSummary } from '@/lib/contract/console/clusters'
import { VOLUME_SIZE_GIB_MAX } from '@/lib/domain/storage'

type GrowStorageDialogProps = { cluster: ClusterSummary; open: boolean; onClose: () => void }

/** Larger volumes for all brokers, at once and without a restart; smaller ones never. */
export function GrowStorageDialog({ cluster, onClose }: GrowStorageDialogProps) {
  const detail = useQuery(clusterQuery(cluster.id)).data
  return detail === undefined ? null : <Growth cluster={detail} onClose={onClose} />
}

function Growth({ cluster, onClose }: { cluster: ClusterDetail; onClose: () => void }) {
  const t = useTranslations('growStorage')
  const size = cluster.volumeSizeGiB
  const fits = (text: string) =>
    /^\d+$/.test(text) && Number(text) > size && Number(text) <= VOLUME_SIZE_GIB_MAX
  const rule = t('rule', { size, max: VOLUME_SIZE_GIB_MAX })
  const schema = z.object({ size: z.string().refine(fits, { error: rule }) })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { size: String(2 * size) } })
  const growth = useMutation({ ...growStorage(useQueryClient()), onSuccess: onClose })
  const submit = form.handleSubmit((wanted) => {
    if (!growth.isPending) growth.mutate({ cluster, sizeGiB: Number(wanted.size) })
  })
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name: cluster.name })}
      description={t('text', { size })}
      closeLabel={t('close')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <NumberField control={form.control} name="size" label={t('label')} />
        {growth.isError ? (
          <ErrorInPlace title={t('failed', { name: cluster.name })} error={growth.error} />
        ) : null}
        <FormActions cancel={t('cancel')} onCancel={onClose} submit={t('submit')} />
      </form>
    </Dialog>
  )
}
