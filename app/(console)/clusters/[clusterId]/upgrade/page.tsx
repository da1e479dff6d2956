import type { Metadata } from 'next'
import { ApplyView } from '@/components/cluster/configuration/apply/apply-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('upgrade') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <ApplyView clusterId={decodeURIComponent(clusterId)} page="version" />
}
