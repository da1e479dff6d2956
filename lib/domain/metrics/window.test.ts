import { expect, test } from 'vitest'
import { isAlarmPeriod, isPeriod, periodMsOf, pointsIn, readableWindow } from './window'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 30, 12, 34, 56)

test.each([1, 5, 10, 20, 30, 60, 120, 300, 3_600, 86_400])('%d is a period', (seconds) => {
  expect(isPeriod(seconds)).toBe(true)
})
test.each([0, -60, 2, 15, 45, 61, 90.5, Number.NaN])('%d is none', (seconds) => {
  expect(isPeriod(seconds)).toBe(false)
})
test('alarms know no periods of one and five seconds, nor any above a day', () => {
  expect([1, 5, 10, 30, 60, 86_400, 86_460].map(isAlarmPeriod)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    false,
  ])
})

const iso = ({ from, to }: { from: number; to: number }) => [from, to].map((at) => new Date(at).toISOString())

test.each<[string, number, number, string]>([
  ['ten seconds, just now', 5 * MINUTE + 3_000, 10, '2026-11-30T12:29:50.000Z'],
  ['ten seconds, yesterday: three hours are left', DAY, 10, '2026-11-30T09:35:00.000Z'],
  ['a minute, an hour ago', HOUR + 4_000, 60, '2026-11-30T11:34:00.000Z'],
  ['a minute, a month ago: 15 days are left', 30 * DAY, 60, '2026-11-15T12:35:00.000Z'],
  ['five minutes, a month ago', 30 * DAY, 300, '2026-10-31T12:30:00.000Z'],
  ['five minutes, a year ago: 63 days are left', 365 * DAY, 300, '2026-09-28T12:35:00.000Z'],
  ['an hour, a year ago', 365 * DAY, 3_600, '2025-11-30T12:00:00.000Z'],
  ['an hour, ten years ago: 455 days are left', 3_650 * DAY, 3_600, '2025-09-01T13:00:00.000Z'],
  ['a day, a year ago', 365 * DAY, 86_400, '2025-11-30T00:00:00.000Z'],
])('the start of %s', (_, ageMs, seconds, from) => {
  const window = readableWindow({ from: NOW - ageMs, to: NOW }, periodMsOf(seconds), NOW)
  expect(iso(window)).toEqual([from, new Date(NOW).toISOString()])
})

test('a point is the beginning of a period; a window in the future has none', () => {
  expect(pointsIn({ from: 0, to: 60_001 }, 60_000)).toBe(2)
  expect(pointsIn({ from: 60_000, to: 0 }, 60_000)).toBe(0)
})
