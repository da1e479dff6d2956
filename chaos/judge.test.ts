import { expect, test } from 'vitest'
import { recordBreaks, roundBreaks, type RoundSeen } from './judge.mjs'

const round = (change: Partial<RoundSeen> = {}): RoundSeen => ({
  faults: ['kill broker 1'],
  bitAfterMs: [3_000],
  healedAfterMs: 9_000,
  gapMs: 4_000,
  rate: 1,
  isSingle: true,
  isFreeze: false,
  failedOperations: [],
  ...change,
})

test.each<[string, Partial<RoundSeen>, string[]]>([
  ['all is well', {}, []],
  ['a fault nobody felt', { bitAfterMs: [null] }, ['kill broker 1 was not felt']],
  ['it stays ill', { healedAfterMs: null }, ['kill broker 1: not healed']],
  ['a long wait', { gapMs: 5_001 }, ['kill broker 1: a write waited 5001 ms']],
  ['a freeze takes longer', { gapMs: 14_000, isFreeze: true }, []],
  ['two at a time cost availability', { gapMs: 40_000, isSingle: false, failedOperations: ['REBOOT'] }, []],
  ['it stays slow', { rate: 0.69 }, ['kill broker 1: only 69 % of the rate afterwards']],
  [
    'a change fails by itself',
    { failedOperations: ['REBOOT'] },
    ['REBOOT failed although nothing else happened'],
  ],
])('%s', (_, change, broken) => {
  expect(roundBreaks(round(change))).toEqual(broken)
})

test('no acknowledged record is lost, twice or out of order, and there were some', () => {
  const met = { acknowledged: 9, failed: 2, lost: 0, twice: 0, disorder: 0, longestGapMs: 0 }
  expect(recordBreaks(met)).toEqual([])
  expect(recordBreaks({ ...met, acknowledged: 0 })).toHaveLength(1)
  expect(recordBreaks({ ...met, lost: 1, twice: 1, disorder: 1 })).toHaveLength(3)
})
