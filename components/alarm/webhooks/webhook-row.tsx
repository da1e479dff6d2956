import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useTranslations } from 'use-intl'
import { DeleteQuestion } from '@/components/feedback/delete-question'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Time } from '@/components/text/time'
import { Button } from '@/components/ui/button'
import { State } from '@/components/ui/state'
import { deleteWebhook, testWebhook } from '@/lib/browser/mutations/webhooks'
import type { webhookEndpoints } from '@/lib/contract/console/webhooks'
import { WebhookForm } from './webhook-form'

type Webhook = z.infer<typeof webhookEndpoints.putWebhook.reply>
type WebhookRowProps = { webhook: Webhook; isChanging: boolean; setChanging: (is: boolean) => void }

export function WebhookRow({ webhook, isChanging, setChanging }: WebhookRowProps) {
  const t = useTranslations('webhooks')
  const { name, origin, createdAt, waiting } = webhook
  const [isDeleting, setDeleting] = useState(false)
  const trial = useMutation(testWebhook())
  return (
    <li className="grid gap-2 border-t border-line px-4 py-2 text-13 first:border-t-0 max-desk:px-3">
      <div className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-32 font-[550] [overflow-wrap:anywhere]">{name}</span>
        <span className="mono min-w-0 flex-1 text-text-2 [overflow-wrap:anywhere]">{origin}</span>
        {waiting === 0 ? null : <span className="text-warn">{t('waiting', { count: waiting })}</span>}
        <Time iso={createdAt} look="day" className="text-text-3" />
        <span className="flex gap-1">
          <Button
            size="small"
            kind="ghost"
            aria-label={t('testOf', { name })}
            offBecause={trial.isPending ? t('testing') : undefined}
            reasonPlace="elsewhere"
            onClick={() => trial.mutate(name)}
          >
            {t('test')}
          </Button>
          <Button
            size="small"
            kind="ghost"
            aria-label={t('changeOf', { name })}
            onClick={() => setChanging(!isChanging)}
          >
            {t('change')}
          </Button>
          <Button
            size="small"
            kind="ghost"
            aria-label={t('deleteOf', { name })}
            onClick={() => setDeleting(true)}
          >
            {t('delete')}
          </Button>
        </span>
      </div>
      <output className="empty:hidden">
        <Trial isPending={trial.isPending} result={trial.data} />
      </output>
      {trial.isError ? <ErrorInPlace title={t('testFailed')} error={trial.error} /> : null}
      {isChanging ? <WebhookForm names={[]} name={name} onDone={() => setChanging(false)} /> : null}
      {isDeleting ? <DeleteDialog name={name} waiting={waiting} onClose={() => setDeleting(false)} /> : null}
    </li>
  )
}

function Trial({
  isPending,
  result,
}: {
  isPending: boolean
  result: { failure: string | null } | undefined
}) {
  const t = useTranslations('webhooks')
  if (isPending) return <span className="text-text-2">{t('testing')}</span>
  if (result === undefined) return null
  if (result.failure === null) return <State look={{ shape: 'check', tone: 'ok' }}>{t('testTaken')}</State>
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <State look={{ shape: 'failed', tone: 'bad' }}>{t('testNotTaken')}</State>
      <span lang="en" className="text-text-2">
        {result.failure}
      </span>
    </span>
  )
}

function DeleteDialog({ name, waiting, onClose }: { name: string; waiting: number; onClose: () => void }) {
  const t = useTranslations('webhooks')
  const removal = useMutation({ ...deleteWebhook(useQueryClient()), onSuccess: onClose })
  return (
    <DeleteQuestion
      words={{
        title: t('deleteTitle', { name }),
        text: t('deleteText', { count: waiting }),
        keep: t('keep'),
        remove: t('deleteWebhook'),
        failed: t('deleteFailed', { name }),
      }}
      removal={removal}
      onRemove={() => removal.mutate(name)}
      onClose={onClose}
    />
  )
}
