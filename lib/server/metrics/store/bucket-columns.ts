import type { Packed } from './messages'
import type { ReadBucket } from './metric-store'

const FIXED = 5

/** Buckets as numbers one after the other: they change threads without being copied. */
export function packBuckets(buckets: readonly ReadBucket[], percentiles: readonly number[]): Packed {
  const width = FIXED + percentiles.length
  const packed = new Float64Array(buckets.length * width)
  buckets.forEach(({ at, minimum, maximum, sum, sampleCount, percentiles: found }, index) => {
    packed.set([at, minimum, maximum, sum, sampleCount], index * width)
    packed.set(
      percentiles.map((share) => found?.[share] ?? Number.NaN),
      index * width + FIXED,
    )
  })
  return packed
}

export function unpackBuckets(packed: Float64Array, percentiles: readonly number[]): ReadBucket[] {
  const width = FIXED + percentiles.length
  return Array.from({ length: packed.length / width }, (_, index) => {
    const numbers = packed.subarray(index * width, (index + 1) * width)
    const [at = 0, minimum = 0, maximum = 0, sum = 0, sampleCount = 0, ...found] = numbers
    const bucket = { at, minimum, maximum, sum, sampleCount }
    if (percentiles.length === 0) return bucket
    const named = percentiles.map((share, place) => [share, found[place] ?? Number.NaN])
    return { ...bucket, percentiles: Object.fromEntries(named) }
  })
}
