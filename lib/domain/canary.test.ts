import { expect, test } from 'vitest'
import { canaryPlaces, strayedPartitions, unplacedBrokers } from './canary'

const partition = (number: number, leader: number, replicas: number[], isr = replicas) => ({
  partition: number,
  leader,
  replicas,
  isr,
})

test.each([
  [[1], [1], 1, [[1]]],
  [
    [1, 2, 3],
    [1, 2, 3],
    3,
    [
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
    ],
  ],
  [[4], [1, 2, 3, 4], 3, [[4, 1, 2]]],
  [[9], [1, 2], 3, [[9, 1, 2]]],
])('each broker of %j leads a partition of its own', (leaders, brokers, factor, places) => {
  expect(canaryPlaces(leaders, brokers, factor)).toEqual(places)
})

test('a broker that came later is seen to be missing', () => {
  expect(unplacedBrokers([1, 2, 4], [partition(0, 2, [1, 2]), partition(1, 2, [2, 1])])).toEqual([4])
})

test('leadership goes back only to a first replica that is in sync', () => {
  const partitions = [partition(0, 1, [1, 2]), partition(1, 1, [2, 1]), partition(2, 1, [3, 1], [1])]
  expect(strayedPartitions(partitions)).toEqual([1])
})
