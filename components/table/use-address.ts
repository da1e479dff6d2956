'use client'

import { useSearchParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()

/**
 * A choice kept in the address (a filter, a sort), so that reload, back and a sent link show the same. Replaces the
 * entry instead of adding one: typing in a search must not fill the history. The address itself is what is read, at
 * once: the router hears of a change later than the field that is typed in must show it.
 */
export function useAddress(name: string, fallback: string): [value: string, set: (value: string) => void] {
  const routed = useSearchParams().get(name)
  const value = useSyncExternalStore(
    watch,
    () => new URLSearchParams(globalThis.location.search).get(name),
    () => routed,
  )
  return [value ?? fallback, (next) => writeAddress(name, next === fallback ? null : next)]
}

/** For what changes a choice and does not show it: who reads the address is drawn anew with every change of it. */
export function writeAddress(name: string, value: string | null): void {
  const address = new URL(globalThis.location.href)
  if (value === null) address.searchParams.delete(name)
  else address.searchParams.set(name, value)
  globalThis.history.replaceState(null, '', address)
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  globalThis.addEventListener('popstate', watcher)
  return () => {
    watchers.delete(watcher)
    globalThis.removeEventListener('popstate', watcher)
  }
}
