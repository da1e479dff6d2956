import type { Locale } from '../locale'

/** Always UTC: an operator in another place, a log and an alarm must speak of the same minute. */
const parts = (options: Intl.DateTimeFormatOptions, locale = 'en-GB') =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hourCycle: 'h23', ...options })

const CLOCK = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const MINUTE = parts({ hour: '2-digit', minute: '2-digit' })
const DAY: Record<Locale, Intl.DateTimeFormat> = {
  en: parts({ day: 'numeric', month: 'short' }),
  ja: parts({ day: 'numeric', month: 'numeric' }, 'ja'),
}
const YEAR: Record<Locale, Intl.DateTimeFormat> = {
  en: parts({ day: 'numeric', month: 'short', year: 'numeric' }),
  ja: parts({ day: 'numeric', month: 'numeric', year: 'numeric' }, 'ja'),
}
const MONTH: Record<Locale, Intl.DateTimeFormat> = {
  en: parts({ month: 'short', year: 'numeric' }),
  ja: parts({ month: 'numeric', year: 'numeric' }, 'ja'),
}

/** 14:32:07 */
export const clockTime = (ms: number): string => CLOCK.format(ms)

/** 14:32:07.1, for events that follow each other within a second. */
export const clockTimeTenths = (ms: number): string => `${CLOCK.format(ms)}.${Math.floor((ms % 1000) / 100)}`

/** 14:32 today, else 22 Nov, 14:32; with the year once it is another. */
export function shortTime(ms: number, nowMs: number, locale: Locale): string {
  const [then, now] = [new Date(ms), new Date(nowMs)]
  if (then.toISOString().slice(0, 10) === now.toISOString().slice(0, 10)) return MINUTE.format(ms)
  const isThisYear = then.getUTCFullYear() === now.getUTCFullYear()
  if (isThisYear) return dayAndMinute(ms, locale)
  const day = YEAR[locale].format(ms)
  return locale === 'ja' ? `${day} ${MINUTE.format(ms)}` : `${day}, ${MINUTE.format(ms)}`
}

/** 22 Nov 2026 */
export const longDay = (ms: number, locale: Locale): string => YEAR[locale].format(ms)

/** 14:32 */
export const minuteTime = (ms: number): string => MINUTE.format(ms)

/** 22 Nov */
export const dayOf = (ms: number, locale: Locale): string => DAY[locale].format(ms)

/** 22 Nov, 14:32 */
export const dayAndMinute = (ms: number, locale: Locale): string =>
  locale === 'ja' ? `${dayOf(ms, locale)} ${minuteTime(ms)}` : `${dayOf(ms, locale)}, ${minuteTime(ms)}`

/** Nov 2026 */
export const monthOf = (ms: number, locale: Locale): string => MONTH[locale].format(ms)
