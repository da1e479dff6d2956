import type { RefObject } from 'react'
import { useHotKeys } from '@/components/ui/hot-keys'

/**
 * J and K, or the arrows once a row is reached, move the focus from row link to row link. `show` draws the row that is
 * wanted next, which in a long list may not exist yet.
 */
export function useRowCursor(
  body: RefObject<HTMLElement | null>,
  count: number,
  show: (place: number) => void,
) {
  const present = (): number | null => {
    const focused = document.activeElement
    const row = focused?.matches('[data-row-link]') ? focused.closest('tr') : null
    return row !== null && body.current?.contains(row) ? Number(row.dataset.index) : null
  }
  const move = (by: 1 | -1) => {
    const from = present()
    const next = from === null ? (by === 1 ? 0 : count - 1) : from + by
    const place = Math.min(count - 1, Math.max(0, next))
    show(place)
    const row = body.current?.querySelector(`tr[data-index="${place}"]`)
    const link = row?.querySelector<HTMLElement>('[data-row-link]')
    link?.focus({ preventScroll: true })
    link?.scrollIntoView({ block: 'nearest' })
  }
  useHotKeys({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => (present() === null ? 'pass' : move(1)),
    arrowup: () => (present() === null ? 'pass' : move(-1)),
  })
}
