import type { Metadata } from 'next'
import { ConfigurationView } from '@/components/cluster/configuration/configuration-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('clusterConfiguration') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <ConfigurationView clusterId={decodeURIComponent(clusterId)} />
}
