import type { Metadata } from 'next'
import { AlarmsView } from '@/components/alarm/list/alarms-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('alarms') }
}

export default function Page() {
  return <AlarmsView />
}
