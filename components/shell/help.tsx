'use client'

import { createContext, type ReactNode, use, useState } from 'react'
import { HelpDialog } from './help-dialog'

const HelpContext = createContext<{ openHelp: () => void } | null>(null)

/** The help is opened from the bar, the sidebar of a phone and by a key; it is one dialog. */
export function HelpProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <HelpContext value={{ openHelp: () => setOpen(true) }}>
      {children}
      <HelpDialog open={open} onOpenChange={setOpen} />
    </HelpContext>
  )
}

export function useHelp() {
  const help = use(HelpContext)
  if (help === null) throw new Error('useHelp needs a HelpProvider above it')
  return help
}
