/**
 * Kafka's own rates are averages over minutes and its means are those of the whole life of the process: ours are made
 * from two readings of the counters behind them.
 */

export type Moment = { startedAt: number; uptimeMs: number }

/** Two readings of one process, or the first of a process whose whole life lies in this period. */
export type Span = { elapsedMs: number; isFirst: boolean }

/**
 * The time between two readings. After a restart all counters began at zero: the new process is then measured from its
 * start, over at least one period, so that what it counted is spread over the step and neither lost nor doubled. A
 * process that was running for long when it was first seen has no rate yet.
 */
export function spanOf(before: Moment | null, now: Moment, periodMs: number): Span | null {
  if (before !== null && isSameProcess(before, now)) {
    const elapsedMs = now.uptimeMs - before.uptimeMs
    return elapsedMs > 0 ? { elapsedMs, isFirst: false } : null
  }
  const sawItsStart = before !== null || now.uptimeMs <= 2 * periodMs
  return sawItsStart ? { elapsedMs: Math.max(now.uptimeMs, periodMs), isFirst: true } : null
}

/** The start is the wall clock's word: a clock that is set while the process runs moves it by nothing. */
const isSameProcess = (before: Moment, now: Moment): boolean => before.startedAt === now.startedAt

/** A counter that fell began anew (a topic deleted and created again): what it shows was counted since. */
export function increase(before: number | undefined, now: number, { isFirst }: Span): number {
  if (isFirst || before === undefined || now < before) return Math.max(0, now)
  return now - before
}

export const perSecond = (before: number | undefined, now: number, span: Span): number =>
  (increase(before, now, span) * 1000) / span.elapsedMs

export type Histogram = { count: number; mean: number }

/** Sum and number of what came between two readings of histograms; null when nothing came. */
export function between(
  before: Histogram,
  now: Histogram,
  { isFirst }: Span,
): { sum: number; count: number } | null {
  const fresh = isFirst || now.count < before.count
  const count = fresh ? now.count : now.count - before.count
  if (count <= 0) return null
  const sum = now.count * now.mean - (fresh ? 0 : before.count * before.mean)
  // A difference of two large products may come out a hair below zero.
  return { sum: Math.max(0, sum), count }
}
