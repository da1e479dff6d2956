import { describe, expect, test } from 'vitest'
import { alignedSpan, stepOf, stepsFor } from './step'
import {
  earlierRange,
  endsOf,
  LAST_RANGE_NAMES,
  laterRange,
  readRange,
  spanRange,
  usualRange,
  widerRange,
  writeRange,
} from './time-range'

const NOW = Date.parse('2026-11-22T15:10:07Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('the range in the address', () => {
  test.each(LAST_RANGE_NAMES)('%s is read as it is written', (last) => {
    expect(writeRange(readRange(last))).toBe(last)
  })
  test('so is a stretch of one’s own', () => {
    const text = '2026-11-22T14:10:00Z~2026-11-22T15:10:00Z'
    expect(writeRange(readRange(text))).toBe(text)
  })
  test.each(['', 'yesterday', '~', '2026-11-22T14:10:00Z~', '2026-11-22T15:00:00Z~2026-11-22T14:00:00Z'])(
    '%s makes no sense and is the last hour',
    (text) => expect(readRange(text)).toEqual({ last: '1h' }),
  )
  test('is at least a minute and at most what is kept', () => {
    const tiny = spanRange({ from: NOW, to: NOW + 10 })
    expect(tiny.to - tiny.from).toBe(MINUTE)
    const huge = spanRange({ from: 0, to: NOW })
    expect(huge.to - huge.from).toBe(455 * DAY)
  })
})

describe('earlier, later, wider', () => {
  test('half of it stays in view', () => {
    const earlier = earlierRange({ last: '1h' }, NOW)
    expect(endsOf(earlier, NOW)).toEqual({ from: NOW - 90 * MINUTE, to: NOW - 30 * MINUTE })
  })
  test('what reaches now follows it again', () => {
    expect(laterRange(earlierRange({ last: '1h' }, NOW), NOW)).toEqual({ last: '1h' })
    expect(laterRange(earlierRange({ last: '1h' }, NOW), NOW + 5 * MINUTE)).toEqual({ last: '1h' })
    expect(laterRange({ last: '1h' }, NOW)).toEqual({ last: '1h' })
  })
  test('wider never goes beyond now', () => {
    expect(widerRange({ last: '1h' }, NOW)).toEqual({ from: NOW - 2 * HOUR, to: NOW })
    const past = { from: NOW - 10 * HOUR, to: NOW - 9 * HOUR }
    expect(widerRange(past, NOW)).toEqual({ from: NOW - 10.5 * HOUR, to: NOW - 8.5 * HOUR })
  })
})

describe('the period', () => {
  test.each([
    ['15m', 10],
    ['1h', 30],
    ['3h', 60],
    ['12h', 300],
    ['1d', 900],
    ['7d', 3600],
    ['30d', 21_600],
    ['15mo', 86_400],
  ] as const)('of %s is %d s', (last, seconds) => {
    const span = endsOf({ last }, NOW)
    expect(stepOf(span, NOW, null)).toBe(seconds)
  })
  test('is as chosen where that makes sense', () => {
    const span = endsOf({ last: '1h' }, NOW)
    expect(stepOf(span, NOW, 300)).toBe(300)
    expect(stepOf(span, NOW, 86_400)).toBe(30)
    expect(stepOf(span, NOW, 7)).toBe(30)
  })
  test('is never finer than what is kept of that age', () => {
    expect(stepsFor({ from: NOW - 5 * HOUR, to: NOW - 4 * HOUR }, NOW)[0]).toBe(60)
    expect(stepsFor({ from: NOW - 20 * DAY, to: NOW - 20 * DAY + HOUR }, NOW)[0]).toBe(300)
    expect(stepsFor({ from: NOW - 90 * DAY, to: NOW - 90 * DAY + 5 * HOUR }, NOW)[0]).toBe(3600)
  })
  test('begins where CloudWatch’s does', () => {
    const { from, to } = alignedSpan({ from: 61_000, to: 125_000 }, 10_000)
    expect([from, to]).toEqual([60_000, 120_000])
    expect(alignedSpan({ from: 60_000, to: 120_000 }, 60_000)).toEqual({ from: 60_000, to: 60_000 })
  })
})

test.each([
  [10 * MINUTE, '15m'],
  [59 * MINUTE, '15m'],
  [HOUR, '1h'],
  [400 * DAY, '1h'],
] as const)('a cluster %i ms old is first looked at over %s', (ageMs, range) => {
  expect(usualRange(ageMs)).toBe(range)
})
