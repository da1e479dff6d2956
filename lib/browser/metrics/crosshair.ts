/**
 * The one moment all charts of a page point at. Outside React’s state on purpose: a hand moves sixty times a second,
 * and a chart must not be drawn again for it; only what shows the moment listens.
 */
export type Crosshair = {
  get: () => number | null
  set: (at: number | null) => void
  subscribe: (watcher: () => void) => () => void
}

export function createCrosshair(): Crosshair {
  const watchers = new Set<() => void>()
  let at: number | null = null
  return {
    get: () => at,
    set(next) {
      if (next === at) return
      at = next
      for (const watcher of watchers) watcher()
    },
    subscribe(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
