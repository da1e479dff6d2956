import type { Metadata } from 'next'
import { GroupsView } from '@/components/group/list/groups-view'
import { requestWords } from '@/components/shell/request'

type GroupsPageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('groups') }
}

export default async function GroupsPage({ params }: GroupsPageProps) {
  const { clusterId } = await params
  return <GroupsView clusterId={decodeURIComponent(clusterId)} />
}
