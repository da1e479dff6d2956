import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween } from './change-between'

test.each([
  ['a=1\nb=2', 'a=1\nb=3', { from: 6, to: 7, insert: '3' }],
  ['a=1\n', 'a=1\nb=2\n', { from: 4, to: 4, insert: 'b=2\n' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['a\nb', 'a\r\nb', null],
  ['', '', null],
])('%j becomes %j', (before, after, expected) => {
  expect(changeBetween(before, after)).toEqual(expected)
})

test('the change makes the one of the other, whatever they are', () => {
  assert(
    property(string({ unit: 'grapheme' }), string(), (before, after) => {
      const change = changeBetween(before, after)
      const made =
        change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to)
      expect(made).toBe(after.replaceAll(/\r\n?/g, '\n'))
    }),
  )
})
