import { expect, test } from 'vitest'
import { pastTime } from './past'
import { isFresh } from './serving'
import { NOW, world } from './testing/worlds'

test.each<[string, number, number]>([
  ['a time that was', NOW - 5, NOW - 5],
  ['now', NOW, NOW],
  ['the grain of a file system', NOW + 20, NOW + 20],
  ['a time still to come', NOW + 3_600_000, -1],
])('%s', (_, at, counts) => {
  expect(pastTime(NOW, at, -1)).toBe(counts)
})

test('what was seen before the clock was set back is old, not new', () => {
  expect(isFresh(world(), { at: NOW + 3_600_000, value: 1 })).toBe(false)
  expect(isFresh(world(), { at: NOW, value: 1 })).toBe(true)
})
