import type { RefObject } from 'react'
import { useHotKeys } from '@/components/ui/hot-keys'

/** J and K, or the arrows once a row is reached, move the focus from row link to row link. */
export function useRowCursor(body: RefObject<HTMLElement | null>) {
  const links = () => [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const move = (by: 1 | -1) => {
    const all = links()
    const present = all.findIndex((link) => link === document.activeElement)
    const next = present === -1 ? (by === 1 ? 0 : all.length - 1) : present + by
    const link = all[Math.min(all.length - 1, Math.max(0, next))]
    link?.focus({ preventScroll: true })
    link?.scrollIntoView({ block: 'nearest' })
  }
  const inTable = () => links().some((link) => link === document.activeElement)
  useHotKeys({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => (inTable() ? move(1) : 'pass'),
    arrowup: () => (inTable() ? move(-1) : 'pass'),
  })
}
