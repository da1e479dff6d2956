import type { Metadata } from 'next'
import { OperationsTable } from '@/components/operation/list/operations-table'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ clusterId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('operations') }
}

export default async function Page({ params }: PageProps) {
  const { clusterId } = await params
  return <OperationsTable clusterId={decodeURIComponent(clusterId)} />
}
