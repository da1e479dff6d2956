import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { putWebhook } from '@/lib/browser/mutations/webhooks'
import { WEBHOOK_NAME } from '@/lib/contract/console/webhooks'
import { webhookUrlProblem } from '@/lib/domain/alarm/webhook'

type WebhookFormProps = {
  /** Of the others, which a new one must not have. */
  names: readonly string[]
  /** Whose address is changed; left out: a new one is added. */
  name?: string
  onDone?: () => void
}

export function WebhookForm({ names, name, onDone }: WebhookFormProps) {
  const t = useTranslations('webhooks')
  const schema = z.object({
    name: z
      .string()
      .regex(WEBHOOK_NAME, { error: t('nameRule') })
      .refine((typed) => !names.includes(typed), { error: t('nameTaken') }),
    url: z
      .string()
      .trim()
      .superRefine((typed, context) => {
        const problem = webhookUrlProblem(typed)
        if (problem !== null) context.addIssue({ code: 'custom', message: t(`url.${problem}`) })
      }),
  })
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: name ?? '', url: '' },
    mode: 'onTouched',
  })
  const put = useMutation({
    ...putWebhook(useQueryClient()),
    onSuccess: () => {
      form.reset()
      onDone?.()
    },
  })
  const submit = form.handleSubmit((values) => {
    if (!put.isPending) put.mutate(values)
  })
  return (
    <form className="grid gap-3" noValidate onSubmit={(event) => void submit(event)}>
      <div className="grid items-start gap-3 desk:grid-cols-[14rem_minmax(0,1fr)]">
        {name === undefined ? (
          <TextField control={form.control} name="name" label={t('name')} help={t('nameHelp')} />
        ) : null}
        <TextField
          control={form.control}
          name="url"
          label={t('address')}
          help={t(name === undefined ? 'addressHelp' : 'newAddressHelp')}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" {...(name === undefined ? { kind: 'primary' } : {})}>
          {t(name === undefined ? 'add' : 'save')}
        </Button>
        {onDone === undefined ? null : <Button onClick={onDone}>{t('cancel')}</Button>}
      </div>
      {put.isError ? <ErrorInPlace title={t('notSaved')} error={put.error} /> : null}
    </form>
  )
}
