'use client'

import { createContext, type ReactNode, use, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createCrosshair, type Crosshair } from '@/lib/browser/metrics/crosshair'
import type { Span } from '@/lib/browser/metrics/time-range'

type Group = { crosshair: Crosshair; onZoom: (span: Span) => void; onWiden: () => void }

const GroupContext = createContext<Group | null>(null)

type ChartGroupProps = { onZoom: (span: Span) => void; onWiden: () => void; children: ReactNode }

/** Charts that point at one moment and are zoomed together. */
export function ChartGroup({ onZoom, onWiden, children }: ChartGroupProps) {
  // The same object always: charts must not be drawn anew because the page around them was.
  const latest = useRef({ onZoom, onWiden })
  useEffect(() => {
    latest.current = { onZoom, onWiden }
  })
  const [group] = useState((): Group => ({
    crosshair: createCrosshair(),
    onZoom: (span) => latest.current.onZoom(span),
    onWiden: () => latest.current.onWiden(),
  }))
  return <GroupContext value={group}>{children}</GroupContext>
}

export function useChartGroup(): Group {
  const group = use(GroupContext)
  if (group === null) throw new Error('A chart needs a ChartGroup above it')
  return group
}

/** The moment the charts point at; null while none is pointed at. A chart nobody sees need not follow the hand. */
export function useCrosshair(isSeen: boolean): number | null {
  const { crosshair } = useChartGroup()
  return useSyncExternalStore(
    isSeen ? crosshair.subscribe : unsubscribed,
    () => (isSeen ? crosshair.get() : null),
    () => null,
  )
}

const unsubscribed = () => () => {}
