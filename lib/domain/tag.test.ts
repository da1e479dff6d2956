import { expect, test } from 'vitest'
import { newTagProblem } from './tag'

const fifty = Array.from({ length: 50 }, (_, index) => `k${index}`)

test.each([
  ['team', 'orders', [], null],
  ['team', '', [], null],
  ['k'.repeat(128), 'v'.repeat(256), [], null],
  ['', 'x', [], 'keyMissing'],
  ['k'.repeat(129), '', [], 'keyLong'],
  ['AWS:x', '', [], 'keyReserved'],
  ['mosaik:shape', '', [], 'keyMosaik'],
  ['team', '', ['team'], 'keyTaken'],
  ['team', '', fifty, 'tooMany'],
  ['team', 'v'.repeat(257), [], 'valueLong'],
])('tag %j = %j beside %j: %s', (key, value, keys, problem) => {
  expect(newTagProblem(key, value, keys)).toBe(problem)
})
