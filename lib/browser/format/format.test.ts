import { describe, expect, test } from 'vitest'
import { formatBytes, formatShare } from './bytes'
import { durationParts } from './duration'
import { clockTime, clockTimeTenths, longDay, shortTime } from './time'

const GIB = 1024 ** 3

test.each([
  [0, '0 B'],
  [900, '900 B'],
  [1536, '1.5 KiB'],
  [512 * 1024 ** 2, '512 MiB'],
  [1023.6 * 1024, '1 MiB'],
  [1023.4 * 1024, '1,023 KiB'],
  [41.2 * GIB, '41.2 GiB'],
  [1000 * GIB, '1,000 GiB'],
])('%d bytes read %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})

test('used and total share the unit of the total', () => {
  expect(formatShare(0.5 * GIB, 64 * GIB)).toEqual({ used: '0.5', total: '64 GiB' })
})

describe('durations', () => {
  test.each([
    [740, { is: 'seconds', seconds: '0.7' }],
    [9_940, { is: 'seconds', seconds: '9.9' }],
    [28_400, { is: 'seconds', seconds: '28' }],
    [72_000, { is: 'minutes', minutes: 1, seconds: 12 }],
    [3_720_000, { is: 'hours', hours: 1, minutes: 2 }],
    [90_000_000, { is: 'days', days: 1, hours: 1 }],
    [-5, { is: 'seconds', seconds: '0.0' }],
  ] as const)('%d ms', (ms, parts) => {
    expect(durationParts(ms)).toEqual(parts)
  })

  test('an exact clock keeps its decimal up to a minute', () => {
    expect(durationParts(28_440, { exact: true })).toEqual({ is: 'seconds', seconds: '28.4' })
    expect(durationParts(60_000, { exact: true })).toEqual({ is: 'minutes', minutes: 1, seconds: 0 })
  })
})

describe('times are UTC', () => {
  const at = Date.parse('2026-11-22T14:32:07.190Z')
  test('clock', () => {
    expect(clockTime(at)).toBe('14:32:07')
    expect(clockTimeTenths(at)).toBe('14:32:07.1')
  })
  test('today, this year, another year', () => {
    expect(shortTime(at, at + 60_000, 'en')).toBe('14:32')
    expect(shortTime(at, Date.parse('2026-11-23T00:00:00Z'), 'en')).toBe('22 Nov, 14:32')
    expect(shortTime(at, Date.parse('2026-11-23T00:00:00Z'), 'ja')).toBe('11/22 14:32')
    expect(shortTime(at, Date.parse('2027-01-01T00:00:00Z'), 'en')).toBe('22 Nov 2026, 14:32')
    expect(longDay(at, 'ja')).toBe('2026/11/22')
  })
})
