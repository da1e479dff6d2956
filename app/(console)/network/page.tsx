import type { Metadata } from 'next'
import { NetworkView } from '@/components/network/network-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('network') }
}

export default function Page() {
  return <NetworkView />
}
