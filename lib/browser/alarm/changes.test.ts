import { expect, test } from 'vitest'
import { ringingChanges } from './changes'

const ringing = (text: string) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({
      AlarmName: word.slice(0, 1),
      StateTransitionedTimestamp: Number(word.slice(1)),
    }))

test.each([
  ['', '', [], []],
  ['', 'a1 b1', ['a', 'b'], []],
  ['a1 b1', 'a1', [], ['b']],
  ['a1', 'b2', ['b'], ['a']],
  ['a1', 'a5', ['a'], []],
])('from %j to %j', (before, now, began, ended) => {
  expect(ringingChanges(ringing(before), ringing(now))).toEqual({ began, ended })
})
