import { expect, test } from 'vitest'
import { brokersOf } from './testing/clusters'
import { whyNotDrain } from './why-not-drain'

const GIB = 1024 ** 3
const partition = (id: string, replicas: readonly number[], gib: number | null) => ({
  id,
  replicas,
  bytes: gib === null ? null : gib * GIB,
})

test.each([
  ['all fits', [partition('orders-0', [1, 2, 3], 1)], [4], null],
  ['sizes are not known', [partition('orders-0', [1, 2, 3], null)], [4], null],
  [
    'fewer brokers than replicas',
    [
      partition('a-0', [1], 1),
      partition('big-orders-0', [1, 2, 3], 1),
      partition('big-orders-1', [1, 2, 4], 1),
    ],
    [3, 4],
    'Topic big-orders has 3 replicas of each partition, and 2 brokers would be left. Lower its replication factor, or keep 3 brokers.',
  ],
  [
    'nobody is left',
    [partition('orders-0', [1], 1)],
    [1, 2, 3, 4],
    'Topic orders has 1 replica of each partition, and no broker would be left. Keep 1 broker.',
  ],
  [
    'too much for the rest',
    [partition('orders-0', [1, 4], 14)],
    [4],
    'The topics take 28 GiB in all, 14 GiB of it on the brokers that would go, and 3 volumes of 10 GiB hold 25.5 GiB at 85 %. Grow the storage, or delete data first.',
  ],
  [
    'too much, whoever stays',
    [partition('orders-0', [1, 4], 18)],
    [],
    'The topics take 36 GiB in all, and 4 volumes of 10 GiB hold 34 GiB at 85 %. Grow the storage, or delete data first.',
  ],
])('%s', (_name, partitions, leaving, expected) => {
  const question = { partitions, brokers: brokersOf(4), leaving: new Set(leaving), volumeBytes: 10 * GIB }
  expect(whyNotDrain(question)).toBe(expected)
})
