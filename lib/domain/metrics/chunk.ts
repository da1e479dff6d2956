import { BitReader, BitWriter } from './bits'
import type { Bucket } from './series'
import { XorReader, XorWriter } from './xor-column'

/*
 * A chunk holds the buckets of one series at one level over a fixed span, packed into a few bytes each. It loses
 * nothing. Per bucket:
 *
 * - its distance from the one before, in steps: one bit when it follows at once;
 * - its count: one bit when it is that of the one before;
 * - one bit that says whether all its readings were the same, which a single reading and most gauges are. Then one
 *   value stands for minimum, maximum and sum; else there are three.
 */

/** First byte of a chunk: another layout gets another number. */
const LAYOUT = 1
const COUNT_BITS = 16
const GAP_BITS = 16

/** In the order of time, all within one span of at most 65,535 steps. */
export function encodeChunk(buckets: readonly Bucket[], start: number, stepMs: number): Uint8Array {
  const bits = new BitWriter()
  bits.write(LAYOUT, 8)
  bits.write(buckets.length, COUNT_BITS)
  const columns = {
    count: new XorWriter(bits),
    least: new XorWriter(bits),
    most: new XorWriter(bits),
    sum: new XorWriter(bits),
  }
  let before = -1
  for (const { at, minimum, maximum, sum, sampleCount } of buckets) {
    const slot = (at - start) / stepMs
    if (slot === before + 1) bits.write(1, 1)
    else bits.write(slot - before, 1 + GAP_BITS)
    before = slot
    columns.count.write(sampleCount)
    const isFlat = isSame(minimum, maximum) && isSame(sum, minimum * sampleCount)
    bits.write(isFlat ? 1 : 0, 1)
    columns.least.write(minimum)
    if (isFlat) continue
    columns.most.write(maximum)
    columns.sum.write(sum)
  }
  return bits.bytes()
}

export function decodeChunk(bytes: Uint8Array, start: number, stepMs: number): Bucket[] {
  const bits = new BitReader(bytes)
  if (bits.read(8) !== LAYOUT)
    throw new Error(`A chunk of metrics has layout ${bytes[0]}, which is not known.`)
  const length = bits.read(COUNT_BITS)
  const columns = {
    count: new XorReader(bits),
    least: new XorReader(bits),
    most: new XorReader(bits),
    sum: new XorReader(bits),
  }
  const buckets: Bucket[] = []
  let slot = -1
  for (let index = 0; index < length; index++) {
    slot += bits.read(1) === 1 ? 1 : bits.read(GAP_BITS)
    const sampleCount = columns.count.read()
    const isFlat = bits.read(1) === 1
    const minimum = columns.least.read()
    const maximum = isFlat ? minimum : columns.most.read()
    const sum = isFlat ? minimum * sampleCount : columns.sum.read()
    buckets.push({ at: start + slot * stepMs, minimum, maximum, sum, sampleCount })
  }
  return buckets
}

/** To the bit: 0 and -0 are two. */
const isSame = (one: number, other: number): boolean => Object.is(one, other)
