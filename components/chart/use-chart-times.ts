import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { clockTime, dayAndMinute, dayOf, minuteTime, monthOf } from '@/lib/browser/format/time'
import type { TickLook } from '@/lib/browser/metrics/ticks'
import type { Span } from '@/lib/browser/metrics/time-range'

const DAY_MS = 86_400_000

/** How times are told in charts over such a window: to the second within a day, then with the day. */
export function useChartTimes({ from, to }: Span) {
  const locale = useLocale()
  const isLong = to - from > DAY_MS
  return useMemo(() => {
    const tick: Record<TickLook, (at: number) => string> = {
      second: clockTime,
      // Midnight is where another day begins, and reads as one.
      minute: (at) => (at % DAY_MS === 0 ? dayOf(at, locale) : minuteTime(at)),
      day: (at) => dayOf(at, locale),
      month: (at) => monthOf(at, locale),
    }
    return { tick, clock: isLong ? (at: number) => dayAndMinute(at, locale) : clockTime }
  }, [locale, isLong])
}
