'use client'

import { createContext, type ReactNode, use, useState } from 'react'
import { keepInCookie } from '@/lib/browser/cookie'
import { REGION_COOKIE } from '@/lib/browser/region'

type RegionChoice = { region: string; chooseRegion: (region: string) => void }

const RegionContext = createContext<RegionChoice | null>(null)

/** Each region is a namespace of its own, as on AWS; the choice is this browser’s. */
export function RegionProvider({ initialRegion, children }: { initialRegion: string; children: ReactNode }) {
  const [region, setRegion] = useState(initialRegion)
  const chooseRegion = (chosen: string) => {
    keepInCookie(REGION_COOKIE, chosen)
    setRegion(chosen)
  }
  return <RegionContext value={{ region, chooseRegion }}>{children}</RegionContext>
}

export function useRegion(): RegionChoice {
  const choice = use(RegionContext)
  if (choice === null) throw new Error('useRegion needs a RegionProvider above it')
  return choice
}
