import { LEVELS, type LevelIndex } from './retention'
import type { Bucket } from './series'
import { inPeriods, periodStart, together } from './statistics'

/*
 * Longer periods are made of shorter ones window by window. It may be done again at any time, for a reading that came
 * late or after a crash: a bucket is computed anew from all that is below it, never added to. Of two versions the one
 * that counts more readings is the truer, so that a window of which the finer half is already forgotten loses nothing.
 */

/** What is rolled up at once: one chunk of the finest level. */
export const WINDOW_MS = LEVELS[0].spanMs
/** For so long readings of a window are waited for, so that most are there when it is rolled up. */
const LATE_MS = 120_000

/** Up to here everything should be rolled up. */
export const rollUpUntil = (now: number): number => periodStart(now - LATE_MS, WINDOW_MS)

/** Both in the order of time, and so is what comes of it. */
function merged(
  kept: readonly Bucket[],
  fresh: readonly Bucket[],
  both: (kept: Bucket, fresh: Bucket) => Bucket,
): Bucket[] {
  const result: Bucket[] = []
  let next = 0
  for (const bucket of kept) {
    for (let other = fresh[next]; other && other.at < bucket.at; other = fresh[++next]) result.push(other)
    const other = fresh[next]
    if (other?.at === bucket.at) {
      result.push(both(bucket, other))
      next++
    } else result.push(bucket)
  }
  return [...result, ...fresh.slice(next)]
}

/** Further readings of the same periods. */
export const added = (kept: readonly Bucket[], fresh: readonly Bucket[]): Bucket[] =>
  merged(kept, fresh, (one, other) => ({ at: one.at, ...together(one, other) }))

/** The same readings, told again. */
export const fuller = (kept: readonly Bucket[], fresh: readonly Bucket[]): Bucket[] =>
  merged(kept, fresh, (one, other) => (other.sampleCount >= one.sampleCount ? other : one))

/** What a level says of `from` to `to`, from the buckets of the level below. */
export const rolledUp = (level: LevelIndex, below: readonly Bucket[], from: number, to: number): Bucket[] =>
  inPeriods(
    below.filter(({ at }) => at >= from && at < to),
    LEVELS[level].periodMs,
  )
