import { expect, test } from 'vitest'
import { named, rounds, type Round } from './schedule.mjs'

const first = (seed: number, count: number): Round[] => {
  const all = rounds(seed)
  return Array.from({ length: count }, () => all.next().value)
}

test('the same seed is the same chaos, another seed another', () => {
  expect(first(7, 50)).toEqual(first(7, 50))
  expect(first(7, 50)).not.toEqual(first(8, 50))
})

test('a third of the rounds overlap, and everything happens', () => {
  const some = first(1, 600)
  expect(some.filter(({ second }) => second !== null).length).toBeGreaterThan(150)
  expect(some.filter(({ second }) => second !== null).length).toBeLessThan(250)
  const names = new Set(some.map((round) => named(round.first)))
  expect(names.size).toBe(6 + 6 + 1 + 3 + 2)
})

test('nothing is changed while the cluster is ill already', () => {
  expect(first(3, 600).every(({ second }) => second?.fault.is !== 'operation')).toBe(true)
})
