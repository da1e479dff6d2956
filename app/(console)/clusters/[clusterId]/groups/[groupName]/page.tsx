import type { Metadata } from 'next'
import { GroupView } from '@/components/group/page/group-view'
import { requestWords } from '@/components/shell/request'

type GroupPageProps = { params: Promise<{ clusterId: string; groupName: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('group') }
}

export default async function GroupPage({ params }: GroupPageProps) {
  const { clusterId, groupName } = await params
  return <GroupView clusterId={decodeURIComponent(clusterId)} groupName={decodeURIComponent(groupName)} />
}
