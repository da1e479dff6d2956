import type { Metadata } from 'next'
import { MonitoringView } from '@/components/monitoring/monitoring-view'
import { requestWords } from '@/components/shell/request'

type MonitoringPageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('monitoring') }
}

export default async function MonitoringPage({ params }: MonitoringPageProps) {
  const { clusterId } = await params
  return <MonitoringView clusterId={decodeURIComponent(clusterId)} />
}
