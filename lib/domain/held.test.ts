import { expect, test } from 'vitest'
import { heldNodes, isHeldBecause } from './held'

const row = (id: number, formatted = true) => ({ id, formatted })
const there = { hasDirectory: true }
const bare = { hasDirectory: false }

test.each([
  ['all are where they should be', [row(1), row(2)], { 1: there, 2: there }, [], []],
  ['brokers came after the copy', [row(1)], { 1: there, 4: there, 5: bare }, [4, 5], []],
  ['brokers went after the copy', [row(1), row(4)], { 1: there }, [], [4]],
  ['a directory is gone', [row(1), row(2)], { 1: there, 2: bare }, [], [2]],
  ['a node that never began misses nothing', [row(1, false)], {}, [], []],
])('%s', (_, rows, seen, unknown, missing) => {
  expect(heldNodes(rows, seen)).toEqual({ unknown, missing })
})

test('only its own words are reasons', () => {
  expect(['newerDirectory', 'restoredCopy', 'older', null].filter(isHeldBecause)).toHaveLength(2)
})
