import type { Metadata } from 'next'
import { ClientView } from '@/components/connect/client-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('client') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <ClientView clusterId={decodeURIComponent(clusterId)} />
}
