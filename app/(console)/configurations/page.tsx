import type { Metadata } from 'next'
import { ConfigurationsView } from '@/components/configuration/list/configurations-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('configurations') }
}

export default function Page() {
  return <ConfigurationsView />
}
