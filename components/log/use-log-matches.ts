import { useMemo, useState } from 'react'
import type { LogEntryView } from '@/lib/contract/console/nodes'
import { occurrences } from '@/lib/domain/log'

/**
 * Going from match to match among the lines that are held. One stands at a line, not at a number: what is added
 * before or behind does not move one.
 */
export function useLogMatches(entries: readonly LogEntryView[], sought: string) {
  const [chosen, setChosen] = useState<{ sought: string; position: string } | null>(null)
  const matches = useMemo(
    () =>
      sought === ''
        ? []
        : entries.filter(({ text }) => occurrences(text, sought).length > 0).map(({ position }) => position),
    [entries, sought],
  )
  const place = chosen?.sought === sought ? matches.indexOf(chosen.position) : -1
  /** False: there is none that way among the lines held. */
  const goTo = (next: number): boolean => {
    const position = matches[next]
    if (position !== undefined) setChosen({ sought, position })
    return position !== undefined
  }
  return {
    count: matches.length,
    /** From 1; 0 before one went to any. */
    number: place + 1,
    current: place < 0 ? null : (chosen?.position ?? null),
    /** The first step goes to the newest match, where one reads. */
    goBack: () => goTo(place < 0 ? matches.length - 1 : place - 1),
    goOn: () => goTo(place < 0 ? matches.length - 1 : place + 1),
    goToPosition: (position: string) => setChosen({ sought, position }),
  }
}
