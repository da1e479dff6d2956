import { expect, test } from 'vitest'
import { customerAction, fillOf, isHostLow, measureAgainAfterMs, volumeBytesOf } from './volume-limit'

const MIB = 1024 ** 2
const calm = { fills: [0.2, 0.3, 0.25], isBraked: false, isHostLow: false }

test.each([
  ['nothing is full', calm, 'NONE'],
  ['nothing is known', { ...calm, fills: [] }, 'NONE'],
  ['one is over four fifths', { ...calm, fills: [0.2, 0.81] }, 'ACTION_RECOMMENDED'],
  ['one is where producers are slowed', { ...calm, fills: [0.93] }, 'CRITICAL_ACTION_REQUIRED'],
  ['producers are slowed still', { ...calm, fills: [0.91], isBraked: true }, 'CRITICAL_ACTION_REQUIRED'],
  ['the host has no space left', { ...calm, isHostLow: true }, 'CRITICAL_ACTION_REQUIRED'],
] as const)('%s', (_, standing, action) => {
  expect(customerAction(standing)).toBe(action)
})

test('the space of the host is low under a tenth, and until there is a little more', () => {
  expect([0.099, 0.1, 0.105, 0.2].map((free) => isHostLow(free, false))).toEqual([true, false, false, false])
  expect([0.099, 0.1, 0.105, 0.11].map((free) => isHostLow(free, true))).toEqual([true, true, true, false])
})

test('a volume of the size asked for is full when it holds that', () => {
  expect(fillOf(5 * 1024 ** 3, volumeBytesOf(10))).toBe(0.5)
})

const seenOf = (usedMiB: number, volumeGiB: number, of: { growth?: number; lostMiB?: number } = {}) => ({
  usedBytes: usedMiB * MIB,
  volumeBytes: volumeBytesOf(volumeGiB),
  growth: (of.growth ?? 0) * MIB,
  hostLost: (of.lostMiB ?? 0) * MIB,
})

test.each([
  ['a large one that is empty', seenOf(0, 100), Infinity],
  ['a small one, before anybody writes fast', seenOf(0, 1), Infinity],
  ['a small one, while the disk of the host loses a little', seenOf(0, 1, { lostMiB: 300 }), Infinity],
  ['a small one that may have got what the disk has lost', seenOf(0, 1, { lostMiB: 320 }), 500],
  ['one that fills', seenOf(500, 1, { growth: 0.1 }), 1_508],
  ['one that is nearly full', seenOf(1_000, 1), 500],
])('how soon is measured again: %s', (_, seen, ms) => {
  expect(Math.round(measureAgainAfterMs(seen))).toBe(ms)
})
