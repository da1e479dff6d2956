import type { Metadata } from 'next'
import { CreateConfigurationView } from '@/components/configuration/form/create-configuration-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('createConfiguration') }
}

export default function Page() {
  return <CreateConfigurationView />
}
