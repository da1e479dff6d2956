import type { Metadata } from 'next'
import { DrillView } from '@/components/drill/page/drill-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string; drillId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('drill') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId, drillId } = await params
  return <DrillView clusterId={decodeURIComponent(clusterId)} drillId={decodeURIComponent(drillId)} />
}
