'use client'

import { useSearchParams } from 'next/navigation'

/**
 * A choice kept in the address (a filter, a sort), so that reload, back and a sent link show the same. Replaces the
 * entry instead of adding one: typing in a search must not fill the history.
 */
export function useAddress(name: string, fallback: string): [value: string, set: (value: string) => void] {
  const value = useSearchParams().get(name) ?? fallback
  const set = (next: string) => {
    const address = new URL(globalThis.location.href)
    if (next === fallback) address.searchParams.delete(name)
    else address.searchParams.set(name, next)
    globalThis.history.replaceState(null, '', address)
  }
  return [value, set]
}
