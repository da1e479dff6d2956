import { expect, test } from 'vitest'
import { between, increase, perSecond, spanOf } from './rates'

const PERIOD_MS = 10_000
const at = (uptimeMs: number, startedAt = 1) => ({ startedAt, uptimeMs })

test.each([
  ['two readings of one process', at(20_000), at(30_500), { elapsedMs: 10_500, isFirst: false }],
  ['two readings at once', at(20_000), at(20_000), null],
  ['a process that runs for long and is seen first', null, at(500_000), null],
  ['a process seen from its start', null, at(4_000), { elapsedMs: 10_000, isFirst: true }],
  ['a restart within a step', at(500_000), at(3_000, 2), { elapsedMs: 10_000, isFirst: true }],
  ['a restart some steps ago', at(500_000), at(45_000, 2), { elapsedMs: 45_000, isFirst: true }],
])('the span of %s', (_, before, now, span) => {
  expect(spanOf(before, now, PERIOD_MS)).toEqual(span)
})

const span = { elapsedMs: 10_000, isFirst: false }

test.each([
  ['grows', 100, 350, 250],
  ['stands', 100, 100, 0],
  ['began anew', 100, 40, 40],
  ['was not there before', undefined, 40, 40],
])('a counter that %s', (_, before, now, grown) => {
  expect(increase(before, now, span)).toBe(grown)
})

test('what a restarted process counted is spread over the step, neither lost nor doubled', () => {
  const first = { elapsedMs: PERIOD_MS, isFirst: true }
  expect((perSecond(9_000, 500, first) * PERIOD_MS) / 1000).toBe(500)
})

test('a mean is that of what came in between, not of the whole life', () => {
  // 90 requests of 1 ms before; 10 of 21 ms since: the life's mean is 3 ms.
  const came = between({ count: 90, mean: 1 }, { count: 100, mean: 3 }, span)
  expect(came).toEqual({ sum: 210, count: 10 })
  expect(between({ count: 90, mean: 1 }, { count: 90, mean: 1 }, span)).toBeNull()
  expect(between({ count: 90, mean: 1 }, { count: 4, mean: 2 }, span)).toEqual({ sum: 8, count: 4 })
})
