import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NodePage } from '@/components/node/page/node-page'
import { requestWords } from '@/components/shell/request'

type NodePageProps = { params: Promise<{ clusterId: string; nodeId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('node') }
}

export default async function NodeRoute({ params }: NodePageProps) {
  const { clusterId, nodeId } = await params
  if (!/^\d{1,9}$/.test(nodeId)) notFound()
  return <NodePage clusterId={decodeURIComponent(clusterId)} nodeId={Number(nodeId)} />
}
