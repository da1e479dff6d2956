import type { Metadata } from 'next'
import { TryView } from '@/components/try-it/try-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('try') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <TryView clusterId={decodeURIComponent(clusterId)} />
}
