import type { Metadata } from 'next'
import { CreateView } from '@/components/cluster/create/create-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('createCluster') }
}

export default function CreateClusterPage() {
  return <CreateView />
}
