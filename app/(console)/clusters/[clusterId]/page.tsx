import type { Metadata } from 'next'
import { ClusterOverview } from '@/components/cluster/overview/cluster-overview'
import { requestWords } from '@/components/shell/request'

type ClusterPageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('cluster') }
}

export default async function ClusterPage({ params }: ClusterPageProps) {
  const { clusterId } = await params
  return <ClusterOverview clusterId={decodeURIComponent(clusterId)} />
}
