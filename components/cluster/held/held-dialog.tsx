import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { FormActions } from '@/components/form/form-actions'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { RadioCards } from '@/components/ui/radio-cards'
import { decideHeld } from '@/lib/browser/mutations/decide-held'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { HELD_DECISIONS, type HeldDecision } from '@/lib/domain/held'

type HeldDialogProps = { cluster: ClusterSummary; onClose: () => void }

export function HeldDialog({ cluster, onClose }: HeldDialogProps) {
  const t = useTranslations('held')
  const { id: clusterId, name } = cluster
  const [decision, setDecision] = useState<HeldDecision>('adopt')
  const schema = z.object({ name: z.literal(name, { error: t('mismatch', { name }) }) })
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '' }, mode: 'onTouched' })
  const decide = useMutation({ ...decideHeld(useQueryClient()), onSuccess: onClose })
  const submit = form.handleSubmit(() => decide.mutate({ clusterId, decision, clusterName: name }))
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name })}
      description={t('text')}
      closeLabel={t('keep')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <RadioCards
          label={t('choice')}
          value={decision}
          onChange={setDecision}
          cards={HELD_DECISIONS.map((value) => ({ value, label: t(value), help: t(`${value}Help`) }))}
        />
        <TextField control={form.control} name="name" label={t('type', { name })} />
        {decide.isError ? <ErrorInPlace title={t('failed')} error={decide.error} /> : null}
        <FormActions
          cancel={t('keep')}
          onCancel={onClose}
          submit={t('accept')}
          danger={decision === 'discard'}
        />
      </form>
    </Dialog>
  )
}
