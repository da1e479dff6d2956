import type { Metadata } from 'next'
import { TagsView } from '@/components/tag/tags-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('tags') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <TagsView clusterId={decodeURIComponent(clusterId)} />
}
