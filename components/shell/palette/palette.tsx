'use client'

import { createContext, lazy, type ReactNode, Suspense, use, useState } from 'react'
import { useHotKeys } from '@/components/ui/hot-keys'

const PaletteContext = createContext<{ openPalette: () => void } | null>(null)

/** Loaded when it is first wanted: the first page must not wait for it. */
const PaletteDialog = lazy(async () => ({ default: (await import('./palette-dialog')).PaletteDialog }))

export function PaletteProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const openPalette = () => {
    setWanted(true)
    setOpen(true)
  }
  useHotKeys({ 'mod+k': () => (open ? setOpen(false) : openPalette()) })
  return (
    <PaletteContext value={{ openPalette }}>
      {children}
      {wanted ? (
        <Suspense>
          <PaletteDialog open={open} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </PaletteContext>
  )
}

export function usePalette() {
  const palette = use(PaletteContext)
  if (palette === null) throw new Error('usePalette needs a PaletteProvider above it')
  return palette
}
