import type { Metadata } from 'next'
import { OperationView } from '@/components/operation/operation-view'
import { requestWords } from '@/components/shell/request'

type OperationPageProps = { params: Promise<{ operationId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('operation') }
}

export default async function OperationPage({ params }: OperationPageProps) {
  const { operationId } = await params
  return <OperationView operationId={decodeURIComponent(operationId)} />
}
