import type { ReactNode } from 'react'
import type { StateLook } from '@/components/ui/state'

export type Told = { look: StateLook; title: string; text: ReactNode; stays: boolean }

/** What was told while there was no place yet to show it. */
let waiting: readonly Told[] = []
let show: ((told: Told) => void) | null = null
let told = false
const watchers = new Set<() => void>()

export function tell(news: Told) {
  if (show !== null) return show(news)
  waiting = [...waiting, news]
  told = true
  for (const watcher of watchers) watcher()
}

/** Whether anything was ever told here. */
export const isTold = (): boolean => told

export function watchTold(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** From now on everything is shown at once, and first what waits for it. */
export function showTold(shower: (told: Told) => void): () => void {
  show = shower
  for (const news of waiting) shower(news)
  waiting = []
  return () => {
    show = null
  }
}
