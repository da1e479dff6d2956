import type { Metadata } from 'next'
import { ChartSetView } from '@/components/explorer/chart-set-view'
import { requestWords } from '@/components/shell/request'

type ChartSetPageProps = { params: Promise<{ clusterId: string; setName: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('chartSet') }
}

export default async function SavedChartsPage({ params }: ChartSetPageProps) {
  const { clusterId, setName } = await params
  return <ChartSetView clusterId={decodeURIComponent(clusterId)} name={decodeURIComponent(setName)} />
}
