'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Panel } from '@/components/ui/panel'
import { webhooksQuery } from '@/lib/browser/queries/alarms'
import { WebhookForm } from './webhook-form'
import { WebhookRow } from './webhook-row'

/** Where alarms are told to. An address goes in and never comes out again. */
export function WebhooksView() {
  const t = useTranslations('webhooks')
  const titles = useTranslations('titles')
  useTitle(titles('webhooks'))
  const query = useQuery(webhooksQuery())
  // What was typed stays in its row while others change.
  const [changing, setChanging] = useState<string | null>(null)
  return (
    <>
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      <QueryView query={query} failed={t('failed')}>
        {(webhooks) => (
          <Panel title={t('title')} end={webhooks.length}>
            {webhooks.length === 0 ? (
              <Empty title={t('empty')}>{t('emptyText')}</Empty>
            ) : (
              <ul aria-label={t('title')}>
                {webhooks.map((webhook) => (
                  <WebhookRow
                    key={webhook.name}
                    webhook={webhook}
                    isChanging={changing === webhook.name}
                    setChanging={(is) => setChanging(is ? webhook.name : null)}
                  />
                ))}
              </ul>
            )}
            <div className="border-t border-line px-4 pt-3.5 pb-4 max-desk:px-3">
              <WebhookForm names={webhooks.map(({ name }) => name)} />
            </div>
          </Panel>
        )}
      </QueryView>
      <p className="max-w-[90ch] text-12 text-text-3">{t.rich('signed', mono)}</p>
    </>
  )
}

const mono = { code: (chunks: ReactNode) => <span className="mono">{chunks}</span> }
