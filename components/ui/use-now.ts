import { useEffect, useState } from 'react'

/**
 * The time, again every `everyMs`; null in the server's markup and while switched off, so that nothing rendered on
 * the server depends on a clock.
 */
export function useNow(everyMs: number, on = true): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (!on) return
    const look = () => setNow(Date.now())
    const first = setTimeout(look, 0)
    const timer = setInterval(look, everyMs)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [everyMs, on])
  return now
}
