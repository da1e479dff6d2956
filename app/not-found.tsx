import type { Metadata } from 'next'
import { ConsoleShell } from '@/components/shell/console-shell'
import { HelpProvider } from '@/components/shell/help'
import { NotFoundView } from '@/components/shell/not-found-view'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('notFound') }
}

export default function NotFound() {
  return (
    <HelpProvider>
      <ConsoleShell>
        <NotFoundView />
      </ConsoleShell>
    </HelpProvider>
  )
}
