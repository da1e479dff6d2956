import { useLocale, useTranslations } from 'use-intl'
import { serverNow } from '@/lib/browser/clock'
import { clockTime, clockTimeTenths, longDay, shortTime } from '@/lib/browser/format/time'

const LOOKS = ['clock', 'clockUtc', 'tenths', 'short', 'day'] as const

/** A moment, short; the full ISO time on hover. */
export function Time({
  iso,
  look,
  className,
}: {
  iso: string
  look: (typeof LOOKS)[number]
  className?: string
}) {
  const locale = useLocale()
  const t = useTranslations('time')
  const ms = Date.parse(iso)
  const words = {
    clock: () => clockTime(ms),
    clockUtc: () => t('utc', { time: clockTime(ms) }),
    tenths: () => clockTimeTenths(ms),
    short: () => shortTime(ms, serverNow(), locale),
    day: () => longDay(ms, locale),
  } satisfies Record<(typeof LOOKS)[number], () => string>
  return (
    <time dateTime={iso} title={iso} className={className}>
      {words[look]()}
    </time>
  )
}
