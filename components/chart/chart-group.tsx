'use client'

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react'
import { createCrosshair, type Crosshair } from '@/lib/browser/metrics/crosshair'
import type { Span } from '@/lib/browser/metrics/time-range'

type Group = { crosshair: Crosshair; onZoom: (span: Span) => void; onWiden: () => void }

const GroupContext = createContext<Group | null>(null)

type ChartGroupProps = { onZoom: (span: Span) => void; onWiden: () => void; children: ReactNode }

/** Charts that point at one moment and are zoomed together. */
export function ChartGroup({ onZoom, onWiden, children }: ChartGroupProps) {
  const [crosshair] = useState(createCrosshair)
  return <GroupContext value={{ crosshair, onZoom, onWiden }}>{children}</GroupContext>
}

export function useChartGroup(): Group {
  const group = use(GroupContext)
  if (group === null) throw new Error('A chart needs a ChartGroup above it')
  return group
}

/** The moment the charts point at; null while none is pointed at. */
export function useCrosshair(): number | null {
  const { crosshair } = useChartGroup()
  return useSyncExternalStore(crosshair.subscribe, crosshair.get, () => null)
}
