import { expect, test } from 'vitest'
import {
  copyRate,
  copyTimeLeftMs,
  moveState,
  progressOfAll,
  progressOfCopy,
  withSample,
  type CopySample,
  type CopySeen,
} from './copy-progress'

test.each<[string, Parameters<typeof moveState>, ReturnType<typeof moveState>]>([
  ['its turn comes', [undefined, false], 'waiting'],
  ['its turn never came', [undefined, true], 'notBegun'],
  ['under way', [{ outcome: null }, false], 'moving'],
  ['under way when the operation ended', [{ outcome: null }, true], 'unfinished'],
  ['at its end', [{ outcome: 'moved' }, false], 'moved'],
])('%s', (_name, [record, isOver], state) => {
  expect(moveState(record, isOver)).toBe(state)
})

const copy = (bytes: number | null, inSync = false) => ({ broker: 4, bytes, inSync })
test.each<[string, CopySeen, ReturnType<typeof progressOfCopy>]>([
  [
    'one of two is there',
    { leaderBytes: 100, copies: [copy(100, true), copy(40)] },
    { bytesDone: 140, bytesTotal: 200, caughtUp: 1, replicas: 2 },
  ],
  [
    'a copy that is larger than what is left of its original',
    { leaderBytes: 50, copies: [copy(80)] },
    { bytesDone: 50, bytesTotal: 50, caughtUp: 0, replicas: 1 },
  ],
  [
    'nothing to copy',
    { leaderBytes: 100, copies: [] },
    { bytesDone: 0, bytesTotal: 0, caughtUp: 0, replicas: 0 },
  ],
  ['the leader is silent', { leaderBytes: null, copies: [copy(1)] }, null],
  ['a copy is silent', { leaderBytes: 100, copies: [copy(null)] }, null],
])('%s', (_name, seen, progress) => {
  expect(progressOfCopy(seen)).toEqual(progress)
})

test('all together', () => {
  const row = { bytes: 100, replicas: 1, seen: null }
  const seen = { bytesDone: 30, bytesTotal: 90, caughtUp: 0, replicas: 1 }
  const rows = [
    { ...row, state: 'moved' as const },
    { ...row, state: 'moving' as const, seen },
    { ...row, state: 'moving' as const },
    { ...row, state: 'waiting' as const },
    { ...row, state: 'deleted' as const },
    { ...row, state: 'there' as const },
  ]
  expect(progressOfAll(rows)).toEqual({ bytesDone: 130, bytesTotal: 390, caughtUp: 1, replicas: 4 })
})

test('a rate is of the last twenty seconds, and begins anew when moves are called back', () => {
  let samples: readonly CopySample[] = []
  expect(copyRate(samples)).toBeNull()
  for (const at of [0, 1_000, 10_000, 30_000]) samples = withSample(samples, { at, bytes: at })
  expect(samples.map(({ at }) => at)).toEqual([10_000, 30_000])
  expect(copyRate(samples)).toBe(1_000)
  expect(copyRate(withSample(samples, { at: 31_000, bytes: 5 }))).toBeNull()
})

test.each([
  [null, null],
  [0, null],
  [10, 7_000],
])('at %d a second what is left takes %d', (rate, leftMs) => {
  expect(copyTimeLeftMs({ bytesDone: 30, bytesTotal: 100 }, rate)).toBe(leftMs)
})
