import { expect, test } from 'vitest'
import { copyTimeMs } from './copy-time'

test.each<[string, Parameters<typeof copyTimeMs>[0], number]>([
  ['nothing moves', [], 0],
  ['only another leads', [{ from: [1, 2], to: [2, 1], bytes: 0 }], 0],
  ['one replica', [{ from: [1, 2], to: [1, 3], bytes: 500 }], 5_000],
  ['the leader gives to two', [{ from: [1], to: [1, 2, 3], bytes: 1_000 }], 10_000],
  [
    'one takes of two',
    [
      { from: [1], to: [3], bytes: 300 },
      { from: [2], to: [3], bytes: 400 },
    ],
    7_000,
  ],
])('%s', (_name, moves, ms) => {
  expect(copyTimeMs(moves, 100)).toBe(ms)
})
