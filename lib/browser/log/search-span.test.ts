import { expect, test } from 'vitest'
import { fieldTime, readSpan, readTime } from './search-span'

test.each([
  ['15m', '', '', { lastMs: 900_000 }],
  ['', '', '', { from: null, to: null }],
  ['', '2026-11-23T00:10', '', { from: '2026-11-23T00:10:00.000Z', to: null }],
  ['nonsense', 'nonsense', '2026-11-23T00:10:05.250Z', { from: null, to: '2026-11-23T00:10:05.250Z' }],
  ['1h', '2026-11-23T00:10', '', { lastMs: 3_600_000 }],
])('last %s, from %s, to %s', (last, from, to, expected) => {
  expect(readSpan(last, from, to)).toEqual(expected)
})

test('a field holds what it is given', () => {
  expect(fieldTime(readTime('2026-11-23T00:10:07'))).toBe('2026-11-23T00:10:07')
  expect(fieldTime(null)).toBe('')
})
