import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Notice } from '@/components/feedback/notice'
import { Sentences } from '@/components/text/sentences'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { putRecommendedAlarms } from '@/lib/browser/mutations/alarms'
import { recommendedAlarmsQuery, webhooksQuery } from '@/lib/browser/queries/alarms'

/** What the best practices ask for and the cluster lacks, in one press; nothing once it has all. */
export function RecommendedOffer({ clusterId, name }: { clusterId: string; name: string }) {
  const t = useTranslations('alarms.recommended')
  const missing = useQuery(recommendedAlarmsQuery(clusterId)).data?.alarms.filter(({ exists }) => !exists)
  const webhooks = useQuery(webhooksQuery()).data ?? []
  const [told, setTold] = useState<readonly string[]>([])
  const put = useMutation(putRecommendedAlarms(useQueryClient()))
  if (missing === undefined || missing.length === 0) return null
  const kinds = [...new Set(missing.map(({ key }) => key))]
  const list = kinds.map((key) => t(`key.${key}`)).join(t('separator'))
  return (
    <Notice
      tone="idle"
      shape="waiting"
      actions={
        <Button
          kind="primary"
          offBecause={put.isPending ? t('asked') : undefined}
          reasonPlace="elsewhere"
          onClick={() => put.mutate({ clusterId, webhooks: [...told] })}
        >
          {t('add', { count: missing.length })}
        </Button>
      }
    >
      <Sentences parts={[t('offer', { count: missing.length, name, list }), t('lag')]} />
      {webhooks.length === 0 ? null : (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-text-2">{t('tell')}</span>
          {webhooks.map((webhook) => (
            <Switch
              key={webhook.name}
              label={webhook.name}
              on={told.includes(webhook.name)}
              onChange={(on) =>
                setTold(on ? [...told, webhook.name] : told.filter((each) => each !== webhook.name))
              }
            />
          ))}
        </div>
      )}
      {put.isError ? <ErrorInPlace title={t('failed')} error={put.error} /> : null}
    </Notice>
  )
}
