import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondCap } from './byte-cap'
import { keptValue } from './kept-value'
import { isExpired, LEVEL_INDEXES, LEVELS, levelFor } from './retention'
import { added, fuller, rolledUp } from './roll-up'
import type { Bucket } from './series'
import { inPeriods, ofValue } from './statistics'

const bucket = (at: number, value: number): Bucket => ({ at, ...ofValue(value) })

test.each([
  [10_000, 0],
  [30_000, 0],
  [60_000, 1],
  [90_000, 0],
  [300_000, 2],
  [360_000, 1],
  [900_000, 2],
  [3_600_000, 3],
  [86_400_000, 3],
])('buckets of %d ms are made from level %d', (periodMs, level) => {
  expect(levelFor(periodMs)).toBe(level)
})

test('each level divides the next, in time and in chunks', () => {
  for (const index of [1, 2, 3] as const) {
    const below = LEVELS[index === 1 ? 0 : index === 2 ? 1 : 2]
    expect(LEVELS[index].periodMs % below.periodMs).toBe(0)
    expect(LEVELS[index].spanMs % below.spanMs).toBe(0)
    expect(LEVELS[index].spanMs % LEVELS[index].periodMs).toBe(0)
  }
})

test('a chunk expires when all of it is too old', () => {
  for (const level of LEVEL_INDEXES) {
    const end = LEVELS[level].spanMs + LEVELS[level].keptMs
    expect(isExpired(level, 0, end - 1)).toBe(false)
    expect(isExpired(level, 0, end)).toBe(true)
  }
})

/** As stored: whole numbers, or numbers of seven digits. */
const value = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  fc.integer({ min: 1, max: 2 ** 20 }).map((n) => n / 64),
)
const readings = fc
  .array(fc.tuple(fc.nat(720), value), { maxLength: 200 })
  .map((all) => all.map(([step, one]) => bucket(step * 10_000, one)))

test('whatever the order in which readings come, and however often it is rolled up, the sums are the same', () => {
  fc.assert(
    fc.property(readings, readings, (early, late) => {
      const gathered = (all: readonly Bucket[]) => all.reduce<Bucket[]>((kept, one) => added(kept, [one]), [])
      const first = gathered(early)
      const all = late.reduce<Bucket[]>((kept, one) => added(kept, [one]), first)
      const day = 86_400_000
      const then = rolledUp(1, first, 0, day)
      const now = rolledUp(1, all, 0, day)
      // The roll-up from before the late ones came gives way to the one after, in whatever order they meet.
      expect(fuller(then, now)).toEqual(now)
      expect(rolledUp(2, now, 0, day)).toEqual(inPeriods(all, 300_000))
      expect(inPeriods(rolledUp(2, now, 0, day), 3_600_000)).toEqual(inPeriods(all, 3_600_000))
      expect(gathered([...late, ...early])).toEqual(all)
    }),
  )
})

test('of two versions of a bucket the one with more readings stays', () => {
  const few = [bucket(0, 1)]
  const many = added(few, few)
  expect(fuller(few, many)).toEqual(many)
  expect(fuller(many, few)).toEqual(many)
})

test.each([
  [3, 3],
  [-12_345_678_901, -12_345_678_901],
  [0.1, Math.fround(0.1)],
  [Number.NaN, null],
  [Infinity, null],
])('%d is kept as %d', (given, kept) => {
  expect(keptValue(given)).toBe(kept)
})

test('beyond the cap the oldest of the largest level goes, never the finest nor what is being written', () => {
  const taken = ([level, start, bytes]: readonly [0 | 1 | 2 | 3, number, number]) => ({
    cluster: 1,
    level,
    start,
    points: 1,
    bytes,
  })
  const all = (
    [
      [0, 0, 500],
      [1, 10, 100],
      [1, 20, 100],
      [1, 30, 100],
      [2, 0, 150],
      [2, 40, 20],
      [3, 0, 10],
    ] as const
  ).map(taken)
  const gone = (bytesMax: number) => beyondCap(all, bytesMax).map(({ level, start }) => [level, start])
  expect(gone(980)).toEqual([])
  expect(gone(979)).toEqual([[1, 10]])
  expect(gone(850)).toEqual([
    [1, 10],
    [1, 20],
  ])
  expect(gone(0)).toEqual([
    [1, 10],
    [1, 20],
    [2, 0],
  ])
})
