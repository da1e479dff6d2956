'use client'

import { createContext, lazy, type ReactNode, Suspense, use, useState } from 'react'

const HelpContext = createContext<{ openHelp: () => void } | null>(null)

/** Loaded when it is first wanted, as is what every dialog is made of. */
const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog')).HelpDialog }))

/** The help is opened from the bar, the sidebar of a phone and by a key; it is one dialog. */
export function HelpProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <HelpContext value={{ openHelp: () => setOpen(true) }}>
      {children}
      {open ? (
        <Suspense>
          <HelpDialog open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </HelpContext>
  )
}

export function useHelp() {
  const help = use(HelpContext)
  if (help === null) throw new Error('useHelp needs a HelpProvider above it')
  return help
}
