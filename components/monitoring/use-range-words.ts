import { useLocale, useTranslations } from 'use-intl'
import { dayOf, minuteTime } from '@/lib/browser/format/time'
import type { Span } from '@/lib/browser/metrics/time-range'

/** 22 Nov, 14:10 – 15:10 UTC; both days where they differ. */
export function useSpanWords() {
  const t = useTranslations('monitoring.range')
  const locale = useLocale()
  return ({ from, to }: Span): string => {
    const [first, last] = [dayOf(from, locale), dayOf(to, locale)]
    const times = { first, last, from: minuteTime(from), to: minuteTime(to) }
    return first === last ? t('within', times) : t('across', times)
  }
}

/** 30 s, 5 min, 1 h, 1 d. */
export function useStepWords() {
  const t = useTranslations('monitoring.step')
  return (seconds: number): string => {
    if (seconds < 60) return t('seconds', { count: seconds })
    if (seconds < 3600) return t('minutes', { count: seconds / 60 })
    if (seconds < 86_400) return t('hours', { count: seconds / 3600 })
    return t('days', { count: seconds / 86_400 })
  }
}
