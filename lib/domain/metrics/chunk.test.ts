import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeChunk, encodeChunk } from './chunk'
import type { Bucket } from './series'

const STEP_MS = 10_000
const START = 1_790_000_000_000

const double = fc.double({ noNaN: true, noDefaultInfinity: true })

/** Any gaps; of all kinds of values, those that repeat as often as those that do not. */
const chunk = fc
  .uniqueArray(fc.nat(60_000), { maxLength: 80 })
  .chain((slots) =>
    fc.tuple(
      fc.constant(slots.toSorted((one, other) => one - other)),
      fc.array(fc.tuple(double, double, double, fc.integer({ min: 1, max: 2 ** 40 })), {
        minLength: slots.length,
        maxLength: slots.length,
      }),
      fc.boolean(),
    ),
  )
  .map(([slots, values, isFlat]) =>
    slots.map((slot, index): Bucket => {
      const [minimum = 0, maximum = 0, sum = 0, sampleCount = 1] = values[index] ?? []
      const at = START + slot * STEP_MS
      return isFlat
        ? { at, minimum, maximum: minimum, sum: minimum * sampleCount, sampleCount }
        : { at, minimum, maximum, sum, sampleCount }
    }),
  )

test('what is unpacked is what was packed, to the last bit', () => {
  fc.assert(
    fc.property(chunk, (buckets) => {
      expect(decodeChunk(encodeChunk(buckets, START, STEP_MS), START, STEP_MS)).toEqual(buckets)
    }),
    { numRuns: 1_000 },
  )
})

test.each([[[]], [[0, -0, 0]], [[5e-324, 1.7976931348623157e308, -5e-324, 2 ** 53, 0.1]], [[1, 1, 1, 2]]])(
  'single readings %j come back',
  (values) => {
    const buckets = values.map((value, index) => ({
      at: START + index * STEP_MS,
      minimum: value,
      maximum: value,
      sum: value,
      sampleCount: 1,
    }))
    expect(decodeChunk(encodeChunk(buckets, START, STEP_MS), START, STEP_MS)).toEqual(buckets)
  },
)

test('an hour of a gauge that stays costs half a byte a reading', () => {
  const buckets = Array.from({ length: 360 }, (_, index) => ({
    at: START + index * STEP_MS,
    minimum: 3000,
    maximum: 3000,
    sum: 3000,
    sampleCount: 1,
  }))
  expect(encodeChunk(buckets, START, STEP_MS).length).toBeLessThan(360 * 0.6)
})

test('a layout of a later version is refused, not misread', () => {
  expect(() => decodeChunk(Uint8Array.of(9, 0, 0), START, STEP_MS)).toThrow('layout 9')
})
