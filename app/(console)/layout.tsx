import type { ReactNode } from 'react'
import { ConsoleShell } from '@/components/shell/console-shell'
import { HelpProvider } from '@/components/shell/help'
import { PaletteProvider } from '@/components/shell/palette/palette'

export const dynamic = 'force-dynamic'

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <HelpProvider>
      <PaletteProvider>
        <ConsoleShell>{children}</ConsoleShell>
      </PaletteProvider>
    </HelpProvider>
  )
}
