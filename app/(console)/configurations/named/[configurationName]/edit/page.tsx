import type { Metadata } from 'next'
import { EditConfigurationView } from '@/components/configuration/form/edit-configuration-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ configurationName: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('editConfiguration') }
}

export default async function Page({ params }: PageProps) {
  const { configurationName } = await params
  return <EditConfigurationView name={decodeURIComponent(configurationName)} />
}
