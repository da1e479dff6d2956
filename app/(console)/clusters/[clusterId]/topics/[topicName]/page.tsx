import type { Metadata } from 'next'
import { requestWords } from '@/components/shell/request'
import { TopicView } from '@/components/topic/page/topic-view'

type TopicPageProps = { params: Promise<{ clusterId: string; topicName: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('topic') }
}

export default async function TopicPage({ params }: TopicPageProps) {
  const { clusterId, topicName } = await params
  return <TopicView clusterId={decodeURIComponent(clusterId)} topicName={decodeURIComponent(topicName)} />
}
