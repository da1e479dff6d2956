import type { ReactNode } from 'react'
import { ConsoleShell } from '@/components/shell/console-shell'
import { HelpProvider } from '@/components/shell/help'

export const dynamic = 'force-dynamic'

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <HelpProvider>
      <ConsoleShell>{children}</ConsoleShell>
    </HelpProvider>
  )
}
