import { describe, expect, test } from 'vitest'
import { timeTicks, valueAxis } from './ticks'
import { formatTick, formatValue, unitScale, type MetricUnit } from './units'

describe('the axis of values', () => {
  test.each([
    [{ least: 0, most: 42 }, undefined, true, [0, 20, 40, 60]],
    [{ least: 0, most: 0.42 }, undefined, true, [0, 0.2, 0.4, 0.6]],
    [{ least: 0, most: 214 }, undefined, true, [0, 100, 200, 300]],
    [{ least: 20, most: 30 }, 100, true, [0, 25, 50, 75, 100]],
    [{ least: 0, most: 0 }, undefined, true, [0, 0.25, 0.5, 0.75, 1]],
    [null, undefined, true, [0, 0.25, 0.5, 0.75, 1]],
    [{ least: 64, most: 72 }, 100, false, [60, 70, 80, 90, 100]],
  ] as const)('%o, in view %s', (extent, reach, fromZero, ticks) => {
    expect(valueAxis({ extent, reach, fromZero }).ticks).toEqual(ticks)
  })
  test('is round in the unit it is told in', () => {
    expect(valueAxis({ extent: { least: 0, most: 3 * 1024 ** 2 } }, 1024 ** 2).ticks).toEqual(
      [0, 1, 2, 3].map((mebibytes) => mebibytes * 1024 ** 2),
    )
  })
  test('keeps the limit in view when everything is beyond it', () => {
    expect(valueAxis({ extent: { least: 91, most: 97 }, reach: 100, limit: 85, fromZero: false }).from).toBe(
      85,
    )
  })
  test('knows no half partition', () => {
    expect(valueAxis({ extent: { least: 0, most: 1 }, isWhole: true }).ticks).toEqual([0, 1])
  })
})

describe('the axis of time', () => {
  const from = Date.parse('2026-11-22T14:10:00Z')
  const HOUR = 3_600_000
  test.each([
    [HOUR / 4, 'minute', 5 * 60_000],
    [HOUR, 'minute', 15 * 60_000],
    [24 * HOUR, 'minute', 6 * HOUR],
    [7 * 24 * HOUR, 'day', 2 * 24 * HOUR],
  ] as const)('over %d ms', (length, look, step) => {
    const { ticks, look: told } = timeTicks({ from, to: from + length }, 5)
    expect(told).toBe(look)
    expect((ticks[1] ?? 0) - (ticks[0] ?? 0)).toBe(step)
    expect((ticks[0] ?? 0) % step).toBe(0)
  })
  test('a year has months', () => {
    const { ticks, look } = timeTicks({ from, to: from + 455 * 24 * HOUR }, 6)
    expect(look).toBe('month')
    expect(ticks.map((at) => new Date(at).getUTCDate())).toEqual(ticks.map(() => 1))
    expect(ticks.length).toBeLessThanOrEqual(6)
  })
})

test.each<[MetricUnit, number, string, string]>([
  ['Bytes/Second', 41_400_000, '41.4', 'megabytesPerSecond'],
  ['Bytes/Second', 104_100, '104', 'kilobytesPerSecond'],
  ['Bytes/Second', 0, '0', 'bytesPerSecond'],
  ['Bytes', 212.8 * 1024 ** 2, '213', 'mebibytes'],
  ['Count/Second', 41_900, '41.9', 'perSecondK'],
  ['Count/Second', 7.75, '7.75', 'perSecond'],
  ['Count', 48_210, '48,210', 'count'],
  ['Percent', 71.6, '71.6', 'percent'],
  ['Milliseconds', 9, '9', 'milliseconds'],
  ['Milliseconds', 12_000, '12', 'seconds'],
  ['Seconds', 7200, '120', 'minutes'],
  ['None', 0.983, '0.983', 'none'],
])('%s of %d reads %s %s', (unit, value, text, label) => {
  const scale = unitScale(unit, value)
  expect([formatValue(value, scale), scale.label]).toEqual([text, label])
})

test('a label of the axis has no digits it does not need', () => {
  expect(formatTick(2_500_000, unitScale('Bytes/Second', 4_000_000))).toBe('2.5')
  expect(formatTick(0, unitScale('Percent', 100))).toBe('0')
})
