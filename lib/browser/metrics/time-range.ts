/** What part of the past is looked at: up to now and going on with it, or a stretch that stays. */
export type TimeRange = { last: LastRange } | { from: number; to: number }
/** Of what is drawn: the beginnings of its first and of its last period. */
export type Span = { from: number; to: number }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** As far back as anything is kept: 15 months. */
export const LAST_RANGES = {
  '15m': 15 * MINUTE,
  '1h': HOUR,
  '3h': 3 * HOUR,
  '12h': 12 * HOUR,
  '1d': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
  '90d': 90 * DAY,
  '15mo': 455 * DAY,
} as const
export type LastRange = keyof typeof LAST_RANGES
export const LAST_RANGE_NAMES = [
  '15m',
  '1h',
  '3h',
  '12h',
  '1d',
  '7d',
  '30d',
  '90d',
  '15mo',
] as const satisfies readonly LastRange[]
export const DEFAULT_RANGE = '1h' satisfies LastRange

/** What one finds at first: of a cluster that is younger than an hour, most of that would be empty. */
export const usualRange = (ageMs: number): LastRange =>
  ageMs < LAST_RANGES[DEFAULT_RANGE] ? '15m' : DEFAULT_RANGE

/** Less than this tells nothing: readings come every ten seconds. */
const SHORTEST_MS = MINUTE
const LONGEST_MS = LAST_RANGES['15mo']

/** As the address says it: `1h`, or two ISO times with a tilde between. What makes no sense is the usual hour. */
export function readRange(text: string): TimeRange {
  const last = LAST_RANGE_NAMES.find((name) => name === text)
  if (last !== undefined) return { last }
  const [from, to] = text.split('~').map((each) => Date.parse(each))
  if (from === undefined || to === undefined || Number.isNaN(from + to) || from >= to) {
    return { last: DEFAULT_RANGE }
  }
  return spanRange({ from, to })
}

export const writeRange = (range: TimeRange): string =>
  'last' in range ? range.last : `${isoSecond(range.from)}~${isoSecond(range.to)}`

const isoSecond = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** A stretch that can be drawn: whole seconds, not shorter than a minute and not longer than what is kept. */
export function spanRange({ from, to }: Span): { from: number; to: number } {
  const middle = (from + to) / 2
  const half = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, to - from)) / 2
  const whole = (ms: number): number => Math.round(ms / 1000) * 1000
  return { from: whole(middle - half), to: whole(middle + half) }
}

/** The stretch one step earlier: half of what is in view stays in view. */
export function earlierRange(range: TimeRange, nowMs: number): TimeRange {
  const { from, to } = endsOf(range, nowMs)
  const half = (to - from) / 2
  return spanRange({ from: from - half, to: to - half })
}

/** One step later; what would reach now, or nearly, follows it again. */
export function laterRange(range: TimeRange, nowMs: number): TimeRange {
  if ('last' in range) return range
  const half = (range.to - range.from) / 2
  const later = spanRange({ from: range.from + half, to: range.to + half })
  if (later.to < nowMs - half / 2) return later
  const same = LAST_RANGE_NAMES.find((name) => LAST_RANGES[name] === later.to - later.from)
  return same === undefined ? spanRange({ from: nowMs - 2 * half, to: nowMs }) : { last: same }
}

/** Twice as much around the same middle, not beyond now. */
export function widerRange(range: TimeRange, nowMs: number): TimeRange {
  const { from, to } = endsOf(range, nowMs)
  const half = (to - from) / 2
  const end = Math.min(nowMs, to + half)
  return spanRange({ from: end - 4 * half, to: end })
}

export const endsOf = (range: TimeRange, nowMs: number): Span =>
  'last' in range ? { from: nowMs - LAST_RANGES[range.last], to: nowMs } : range
