import { type RefObject, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { calmOrder } from '@/lib/browser/table/calm-order'

/**
 * While the pointer or the focus is among the rows, none of them changes its place because what it is sorted by
 * changed; that is made up for when both have left. Another sort is followed at once.
 */
export function useCalmRows<Row extends { id: string }>(
  body: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  sort: string,
): readonly Row[] {
  const [held, setHeld] = useState<{ sort: string; ids: readonly string[] } | null>(null)
  const look = useEffectEvent((isRead: boolean) => {
    if (!isRead) setHeld(null)
    else if (held?.sort !== sort) setHeld({ sort, ids: rows.map(({ id }) => id) })
  })
  useEffect(() => {
    const element = body.current
    if (element === null) return
    const later = () =>
      void setTimeout(() => look(element.matches(':hover') || element.contains(document.activeElement)), 0)
    const events = ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const
    for (const name of events) element.addEventListener(name, later)
    return () => {
      for (const name of events) element.removeEventListener(name, later)
    }
  }, [body])
  // Of a long list this takes a while, and scrolling draws the body again with every frame.
  return useMemo(() => {
    if (held === null || held.sort !== sort) return rows
    const byId = new Map(rows.map((row) => [row.id, row]))
    return calmOrder(held.ids, [...byId.keys()]).flatMap((id) => byId.get(id) ?? [])
  }, [held, rows, sort])
}
