import { useEffect, useRef, useState } from 'react'
import { leaveTurn, takeTurn } from '@/lib/browser/metrics/turns'

/**
 * The value once it is this one’s turn to be drawn: many charts that change at once change one after the other, and
 * one that nobody sees keeps what it has.
 */
export function useInTurn<Value>(value: Value, isSeen: boolean): Value {
  const [shown, setShown] = useState({ value })
  const who = useRef({})
  useEffect(() => {
    if (!isSeen) return
    const self = who.current
    takeTurn(self, () => setShown({ value }))
    return () => leaveTurn(self)
  }, [value, isSeen])
  return shown.value
}
