import type { Metadata } from 'next'
import { ConfigurationView } from '@/components/configuration/page/configuration-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ configurationName: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('configuration') }
}

export default async function Page({ params }: PageProps) {
  const { configurationName } = await params
  return <ConfigurationView name={decodeURIComponent(configurationName)} />
}
