import { expect, test } from 'vitest'
import { byLeader, type LagView } from './lag-view'

const view: LagView = {
  brokers: [],
  leaders: new Map([
    ['orders', [1, 2, -1]],
    ['payments', [2]],
  ]),
  names: new Map(),
  holders: new Set(),
}

test('a partition that several groups read is asked for once, at its leader', () => {
  const led = byLeader(view, [
    { topic: 'orders', partition: 1 },
    { topic: 'payments', partition: 0 },
    { topic: 'orders', partition: 1 },
    { topic: 'orders', partition: 0 },
  ])
  expect([...led]).toEqual([
    [
      2,
      [
        { name: 'orders', partitions: [1] },
        { name: 'payments', partitions: [0] },
      ],
    ],
    [1, [{ name: 'orders', partitions: [0] }]],
  ])
})

test('what nobody leads, and what is not known, is asked for nowhere', () => {
  const led = byLeader(view, [
    { topic: 'orders', partition: 2 },
    { topic: 'orders', partition: 7 },
    { topic: 'gone', partition: 0 },
  ])
  expect(led.size).toBe(0)
})
