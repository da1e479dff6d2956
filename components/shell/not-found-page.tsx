'use client'

import { ConsoleShell } from './console-shell'
import { HelpProvider } from './help'
import { NotFoundView } from './not-found-view'
import { PaletteProvider } from './palette/palette'

/** For an address that leads nowhere, with the whole console around it. */
export function NotFoundPage() {
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
