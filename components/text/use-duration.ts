import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { durationParts } from '@/lib/browser/format/duration'

/** Words a duration: 4.1 s, 1 min 12 s. */
export function useDuration() {
  const t = useTranslations('time')
  return useCallback(
    (ms: number, options?: { exact?: boolean; rough?: boolean }): string => {
      const parts = durationParts(ms, options)
      switch (parts.is) {
        case 'seconds':
          return t('seconds', { seconds: parts.seconds })
        case 'minutes':
          return t('minutes', { minutes: parts.minutes, seconds: parts.seconds })
        case 'hours':
          return t('hours', { hours: parts.hours, minutes: parts.minutes })
        case 'days':
          return t('days', { days: parts.days, hours: parts.hours })
      }
    },
    [t],
  )
}

/** 5.8, 6.1, 6.0 s: the unit once where all have the same. */
export function useDurations() {
  const t = useTranslations('time')
  const duration = useDuration()
  return (all: readonly number[]): string => {
    const seconds = all.flatMap((ms) => {
      const parts = durationParts(ms)
      return parts.is === 'seconds' ? [parts.seconds] : []
    })
    if (seconds.length === all.length) return t('seconds', { seconds: seconds.join(', ') })
    return all.map((ms) => duration(ms)).join(', ')
  }
}
