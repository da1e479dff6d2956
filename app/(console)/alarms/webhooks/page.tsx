import type { Metadata } from 'next'
import { WebhooksView } from '@/components/alarm/webhooks/webhooks-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('webhooks') }
}

export default function Page() {
  return <WebhooksView />
}
