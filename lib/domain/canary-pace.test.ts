import { expect, test } from 'vitest'
import { PaceCount, recordsPerSecond } from './canary-pace'

test('nothing acknowledged is no pace', () => {
  expect(new PaceCount(0).pace(1_000)).toBeNull()
})

test('records and latencies of the time since it began', () => {
  const count = new PaceCount(1_000)
  for (const latencyMs of [4, 2, 90, 3]) count.add(latencyMs)
  const pace = count.pace(3_000)
  expect(pace).toEqual({ records: 4, forMs: 2_000, p50Ms: 3, p99Ms: 90, maxMs: 90 })
  expect(pace && recordsPerSecond(pace)).toBe(2)
})

test('the longest is kept however many there are', () => {
  const count = new PaceCount(0)
  for (let number = 0; number < 30_000; number++) count.add(1)
  count.add(500)
  expect(count.pace(10)).toMatchObject({ records: 30_001, p99Ms: 1, maxMs: 500 })
})
