import type { Metadata } from 'next'
import { LogsView } from '@/components/log/search/logs-view'
import { requestWords } from '@/components/shell/request'

type LogsPageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('logs') }
}

export default async function LogsPage({ params }: LogsPageProps) {
  const { clusterId } = await params
  return <LogsView clusterId={decodeURIComponent(clusterId)} />
}
