'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { ChoiceField } from '@/components/form/choice-field'
import { FormActions } from '@/components/form/form-actions'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { startDrill } from '@/lib/browser/mutations/drills'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { OfferedDrill } from '@/lib/contract/console/drills'
import { DRILL_ACKS } from '@/lib/domain/drill/kind'
import { useTargets } from './use-targets'

type StartDialogProps = {
  cluster: ClusterDetail
  drill: OfferedDrill
  isProtected: boolean
  onClose: () => void
}

const HEALING = ['on', 'paused'] as const

/** Whom it hits, and under which rules; a protected cluster asks for its name. */
export function StartDialog(props: StartDialogProps) {
  const { cluster, drill, onClose } = props
  const t = useTranslations('drills')
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('ask.title', { kind: t(`kind.${drill.kind}`), name: cluster.name })}
      description={t('ask.text')}
      closeLabel={t('ask.keep')}
    >
      <StartForm {...props} />
    </Dialog>
  )
}

function StartForm({ cluster, drill: { kind, scope }, isProtected, onClose }: StartDialogProps) {
  const t = useTranslations('drills.ask')
  const router = useRouter()
  const targets = useTargets(cluster, scope)
  const { name } = cluster
  const form = useForm({
    resolver: zodResolver(schemaFor(isProtected ? name : null, t('mismatch', { name }))),
    defaultValues: {
      target: targets[0]?.value ?? '',
      acks: 'all' as const,
      healing: 'on' as const,
      name: '',
    },
    mode: 'onTouched',
  })
  const start = useMutation({
    ...startDrill(useQueryClient()),
    onSuccess: ({ drillId }) => {
      onClose()
      router.push(routes.drill(cluster.id, drillId))
    },
  })
  const submit = form.handleSubmit(({ target, acks, healing, name: typed }) =>
    start.mutate({
      clusterId: cluster.id,
      kind,
      acks,
      healing,
      ...(scope === 'zone' ? { zoneId: target } : {}),
      ...(scope === 'broker' || scope === 'controller' ? { nodeId: Number(target) } : {}),
      ...(isProtected ? { confirmName: typed } : {}),
    }),
  )
  return (
    <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
      {scope === 'leadingController' ? (
        <p className="text-13">{t('leading')}</p>
      ) : (
        <SelectField
          control={form.control}
          name="target"
          label={t(scope)}
          groups={[{ label: t(scope), options: targets }]}
        />
      )}
      <ChoiceField
        control={form.control}
        name="acks"
        label={t('acks')}
        cards={DRILL_ACKS.map((value) => ({
          value,
          label: t(`acksOf.${value}`),
          help: t(`acksHelp.${value}`),
        }))}
      />
      <ChoiceField
        control={form.control}
        name="healing"
        label={t('healing')}
        cards={HEALING.map((value) => ({
          value,
          label: t(`healingOf.${value}`),
          help: t(`healingHelp.${value}`),
        }))}
      />
      {isProtected ? <TextField control={form.control} name="name" label={t('type', { name })} /> : null}
      {start.isError ? <ErrorInPlace title={t('failed')} error={start.error} /> : null}
      <FormActions cancel={t('keep')} onCancel={onClose} submit={t('start')} danger />
    </form>
  )
}

const schemaFor = (name: string | null, mismatch: string) =>
  z.object({
    target: z.string(),
    acks: z.enum(DRILL_ACKS),
    healing: z.enum(HEALING),
    name: z.string().refine((typed) => name === null || typed === name, { error: mismatch }),
  })
