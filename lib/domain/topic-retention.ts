/**
 * What a shorter retention frees. Kafka deletes whole segments once their newest record is too old, so this is an
 * estimate: records are taken to have come evenly over the time they span.
 */
type Kept = {
  /** All copies. */
  diskBytes: number
  /** How long ago the oldest record that is left was written. */
  spanMs: number
}

export function freedByRetention({ diskBytes, spanMs }: Kept, retentionMs: number): number {
  if (spanMs <= 0 || retentionMs >= spanMs) return 0
  return diskBytes * (1 - Math.max(0, retentionMs) / spanMs)
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Retentions people choose. */
const STEPS_MS = [
  HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  3 * DAY_MS,
  5 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  30 * DAY_MS,
]

/** About half of what is kept, as a retention one would choose; null where there is none shorter. */
export function shorterRetention(spanMs: number): number | null {
  return STEPS_MS.findLast((step) => step <= spanMs / 2) ?? STEPS_MS.findLast((step) => step < spanMs) ?? null
}
