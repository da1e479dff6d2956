import type { Metadata } from 'next'
import { AlarmView } from '@/components/alarm/page/alarm-view'
import { requestWords } from '@/components/shell/request'

type PageProps = { params: Promise<{ alarmName: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('alarm') }
}

export default async function Page({ params }: PageProps) {
  const { alarmName } = await params
  return <AlarmView name={decodeURIComponent(alarmName)} />
}
