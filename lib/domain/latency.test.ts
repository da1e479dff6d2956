import { expect, test } from 'vitest'
import { summariseLatencies } from './latency'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test.each([
  [[], null],
  [[7], { p50Ms: 7, p99Ms: 7, maxMs: 7 }],
  [[9, 1], { p50Ms: 1, p99Ms: 9, maxMs: 9 }],
  [upTo(100).toReversed(), { p50Ms: 50, p99Ms: 99, maxMs: 100 }],
  [upTo(1000), { p50Ms: 500, p99Ms: 990, maxMs: 1000 }],
])('latencies are told by figures that were measured', (latencies, summary) => {
  expect(summariseLatencies(latencies)).toEqual(summary)
})
