import type { Metadata } from 'next'
import { ExplorerView } from '@/components/explorer/explorer-view'
import { requestWords } from '@/components/shell/request'

type ExplorePageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('explore') }
}

export default async function ExplorePage({ params }: ExplorePageProps) {
  const { clusterId } = await params
  return <ExplorerView clusterId={decodeURIComponent(clusterId)} />
}
