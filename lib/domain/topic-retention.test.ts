import { expect, test } from 'vitest'
import { freedByRetention, shorterRetention } from './topic-retention'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const GIB = 1024 ** 3

test.each([
  [28 * GIB, 7 * DAY, 3 * DAY, 16 * GIB],
  [28 * GIB, 7 * DAY, 7 * DAY, 0],
  [28 * GIB, 2 * DAY, 3 * DAY, 0],
  [10 * GIB, DAY, 0, 10 * GIB],
  [10 * GIB, 0, 0, 0],
])('%d bytes of %d ms, kept for %d: %d are freed', (diskBytes, spanMs, retentionMs, freed) => {
  expect(freedByRetention({ diskBytes, spanMs }, retentionMs)).toBeCloseTo(freed, 0)
})

test.each([
  [7 * DAY, 3 * DAY],
  [30 * DAY, 14 * DAY],
  [DAY, 12 * HOUR],
  [1.5 * HOUR, HOUR],
  [0.5 * HOUR, null],
])('of %d ms about half is kept for %s', (spanMs, shorter) => {
  expect(shorterRetention(spanMs)).toBe(shorter)
})
