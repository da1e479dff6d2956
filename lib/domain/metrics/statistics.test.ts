import { expect, test } from 'vitest'
import { percentile } from './percentile'
import { seriesKey } from './series'
import { inPeriods, ofValue, together } from './statistics'

test('a series is the same in whatever order its dimensions were set', () => {
  const series = { region: 'us-east-1', metric: 'BytesInPerSec' }
  const one = seriesKey({ ...series, dimensions: { 'Cluster Name': 'a', 'Broker ID': '1' } })
  expect(one).toBe(seriesKey({ ...series, dimensions: { 'Broker ID': '1', 'Cluster Name': 'a' } }))
  expect(one).not.toBe(seriesKey({ ...series, dimensions: { 'Cluster Name': 'a', Topic: '1' } }))
  expect(one).not.toBe(seriesKey({ ...series, region: 'eu-west-1', dimensions: { 'Cluster Name': 'a' } }))
})

test('a longer period has the least, the most, the sum and the count of the shorter ones, and gaps stay gaps', () => {
  const readings = [
    { at: 0, ...ofValue(4) },
    { at: 50_000, ...ofValue(-2) },
    { at: 60_000, ...ofValue(7) },
    { at: 600_000, ...ofValue(1) },
  ]
  const minutes = inPeriods(readings, 60_000)
  expect(minutes).toEqual([
    { at: 0, minimum: -2, maximum: 4, sum: 2, sampleCount: 2 },
    { at: 60_000, minimum: 7, maximum: 7, sum: 7, sampleCount: 1 },
    { at: 600_000, minimum: 1, maximum: 1, sum: 1, sampleCount: 1 },
  ])
  expect(inPeriods(minutes, 300_000)).toEqual(inPeriods(readings, 300_000))
})

test.each([
  [0, 1],
  [50, 5],
  [90, 9],
  [99, 10],
  [100, 10],
])('p%d of one to ten is %d', (share, expected) => {
  const points = [3, 1, 2, 10, 9, 8, 7, 4, 6, 5].map(ofValue)
  expect(percentile(points, share)).toBe(expected)
})

test('a point of several readings weighs as many', () => {
  const many = together(together(ofValue(1), ofValue(3)), ofValue(2))
  expect(percentile([ofValue(100), many], 75)).toBe(2)
  expect(percentile([], 50)).toBeNull()
})
