import type { Metadata } from 'next'
import { LazyNotFound } from '@/components/shell/lazy-not-found'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('notFound') }
}

export default function NotFound() {
  return <LazyNotFound />
}
