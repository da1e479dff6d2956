import type { Metadata } from 'next'
import { OperationsView } from '@/components/operation/list/operations-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('operations') }
}

export default function Page() {
  return <OperationsView />
}
