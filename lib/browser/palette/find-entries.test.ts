import { expect, test } from 'vitest'
import { findEntries, FOUND_MAX } from './find-entries'

const entries = ['payments', 'Stop cluster orders', 'orders', 'reorders', 'orders-test'].map((name) => ({
  id: name,
  name,
  text: name,
}))
const found = (typed: string) => findEntries(entries, typed).map(({ name }) => name)

test.each([
  ['', []],
  ['ord', ['orders', 'orders-test', 'Stop cluster orders', 'reorders']],
  ['ORDERS stop', ['Stop cluster orders']],
  ['test', ['orders-test']],
  ['nothing', []],
])('typing %j finds %j', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})

test('shows no more than can be looked through', () => {
  const many = Array.from({ length: 500 }, (_, place) => ({
    id: `${place}`,
    name: `c-${place}`,
    text: `c-${place}`,
  }))
  expect(findEntries(many, 'c')).toHaveLength(FOUND_MAX)
})
