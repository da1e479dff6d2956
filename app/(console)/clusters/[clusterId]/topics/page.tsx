import type { Metadata } from 'next'
import { requestWords } from '@/components/shell/request'
import { TopicsView } from '@/components/topic/list/topics-view'

type TopicsPageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('topics') }
}

export default async function TopicsPage({ params }: TopicsPageProps) {
  const { clusterId } = await params
  return <TopicsView clusterId={decodeURIComponent(clusterId)} />
}
