import type { Metadata } from 'next'
import { AvailabilityPage } from '@/components/availability/availability-page'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('availability') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <AvailabilityPage clusterId={decodeURIComponent(clusterId)} />
}
