import type { SearchSpan } from '../queries/logs'

/** Spans one chooses by one press, up to now. */
export const LAST_SPANS = { '15m': 15 * 60_000, '1h': 3_600_000, '24h': 24 * 3_600_000 } as const
export type LastSpan = keyof typeof LAST_SPANS
export const LAST_SPAN_NAMES = ['15m', '1h', '24h'] as const satisfies readonly LastSpan[]

/** As the address says it: a named span, or two ends of which each may be missing. */
export function readSpan(last: string, from: string, to: string): SearchSpan {
  const name = LAST_SPAN_NAMES.find((each) => each === last)
  return name === undefined ? { from: readTime(from), to: readTime(to) } : { lastMs: LAST_SPANS[name] }
}

/** What a field for a local time holds, meant as UTC as everything here. Null where it is no time. */
export function readTime(text: string): string | null {
  const ms = Date.parse(/[Zz]$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** The same back, to the second, for the field. */
export const fieldTime = (iso: string | null): string => (iso === null ? '' : iso.slice(0, 19))
