import { expect, test } from 'vitest'
import { growthProblem } from './storage'

const GIB = 1024 ** 3
const host = { diskFreeBytes: 40 * GIB, diskTotalBytes: 100 * GIB }
const growth = (toGiB: number) => growthProblem({ fromGiB: 10, toGiB, brokers: 3 }, host)

test.each([
  [11, null],
  [20, null],
  [21, 'would grow by 33 GiB in all, and this machine has 30 GiB to give'],
  [10, 'does not include any updates to the EBS volumes'],
  [9, 'Volumes only grow: they have 10 GiB'],
  [0, 'between 1 and 16384 GiB'],
  [16_385, 'between 1 and 16384 GiB'],
  [10.5, 'between 1 and 16384 GiB'],
])('from 10 to %d GiB: %s', (toGiB, problem) => {
  expect(growth(toGiB) ?? '').toContain(problem ?? '')
  expect(growth(toGiB) === null).toBe(problem === null)
})

test('a full disk has nothing to give', () => {
  const full = { ...host, diskFreeBytes: 5 * GIB }
  expect(growthProblem({ fromGiB: 10, toGiB: 11, brokers: 1 }, full)).toContain('has 0 GiB to give')
})
