import type { Metadata } from 'next'
import { ClusterAlarms } from '@/components/alarm/list/cluster-alarms'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('alarms') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <ClusterAlarms clusterId={decodeURIComponent(clusterId)} />
}
