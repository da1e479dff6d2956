import type { Metadata } from 'next'
import { ConsoleShell } from '@/components/shell/console-shell'
import { HelpProvider } from '@/components/shell/help'
import { NotFoundView } from '@/components/shell/not-found-view'
import { PaletteProvider } from '@/components/shell/palette/palette'
import { requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('notFound') }
}

export default function NotFound() {
  return (
    <HelpProvider>
      <PaletteProvider>
        <ConsoleShell>
          <NotFoundView />
        </ConsoleShell>
      </PaletteProvider>
    </HelpProvider>
  )
}
