import type { Bucket, StatisticSet } from './series'

export const ofValue = (value: number): StatisticSet => ({
  minimum: value,
  maximum: value,
  sum: value,
  sampleCount: 1,
})

export const together = (one: StatisticSet, other: StatisticSet): StatisticSet => ({
  minimum: Math.min(one.minimum, other.minimum),
  maximum: Math.max(one.maximum, other.maximum),
  sum: one.sum + other.sum,
  sampleCount: one.sampleCount + other.sampleCount,
})

export const periodStart = (at: number, periodMs: number): number => Math.floor(at / periodMs) * periodMs

/** Buckets of a longer period from those of a shorter one that divides it; both in the order of time. */
export function inPeriods(buckets: readonly Bucket[], periodMs: number): Bucket[] {
  const longer: Bucket[] = []
  for (const bucket of buckets) {
    const at = periodStart(bucket.at, periodMs)
    const last = longer.at(-1)
    if (last?.at === at) longer[longer.length - 1] = { at, ...together(last, bucket) }
    else longer.push({ ...bucket, at })
  }
  return longer
}
