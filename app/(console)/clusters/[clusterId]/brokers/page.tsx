import type { Metadata } from 'next'
import { NodesView } from '@/components/node/list/nodes-view'
import { requestWords } from '@/components/shell/request'

type BrokersPageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('brokers') }
}

export default async function BrokersPage({ params }: BrokersPageProps) {
  const { clusterId } = await params
  return <NodesView clusterId={decodeURIComponent(clusterId)} />
}
