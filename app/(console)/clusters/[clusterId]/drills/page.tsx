import type { Metadata } from 'next'
import { DrillsView } from '@/components/drill/list/drills-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('drills') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <DrillsView clusterId={decodeURIComponent(clusterId)} />
}
