'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { TextField } from '@/components/form/text-field'
import { FormActions } from '@/components/form/form-actions'
import { deleteCluster } from '@/lib/browser/mutations/delete-cluster'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail, ClusterSummary } from '@/lib/contract/console/clusters'

type DeleteFormProps = { cluster: ClusterSummary; detail: ClusterDetail | null; onClose: () => void }

export function DeleteForm({ cluster, detail, onClose }: DeleteFormProps) {
  const t = useTranslations('delete')
  const router = useRouter()
  const schema = z.object({ name: z.literal(cluster.name, { error: t('mismatch', { name: cluster.name }) }) })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '' }, mode: 'onTouched' })
  const remove = useMutation({
    ...deleteCluster(useQueryClient()),
    onSuccess: (operationId) => {
      onClose()
      router.push(operationId === null ? routes.clusters() : routes.operation(cluster.id, operationId))
    },
  })
  const submit = form.handleSubmit(() => {
    if (detail !== null) remove.mutate(detail)
  })
  return (
    <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <TextField control={form.control} name="name" label={t('type', { name: cluster.name })} />
      {remove.isError ? (
        <ErrorInPlace title={t('failed', { name: cluster.name })} error={remove.error} />
      ) : null}
      <FormActions cancel={t('keep')} onCancel={onClose} submit={t('delete')} danger />
    </form>
  )
}
