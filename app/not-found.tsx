import { ConsoleShell } from '@/components/shell/console-shell'
import { HelpProvider } from '@/components/shell/help'
import { NotFoundView } from '@/components/shell/not-found-view'

export default function NotFound() {
  return (
    <HelpProvider>
      <ConsoleShell>
        <NotFoundView />
      </ConsoleShell>
    </HelpProvider>
  )
}
