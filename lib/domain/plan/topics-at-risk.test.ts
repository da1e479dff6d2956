import { expect, test } from 'vitest'
import { partition } from './testing/worlds'
import { topicsAtRisk } from './topics-at-risk'

test.each([
  ['three replicas, two in sync', { replicas: [1, 2, 3], minIsr: 2 }, []],
  ['as many as must be in sync', { replicas: [1, 2], minIsr: 2 }, ['readOnly']],
  ['more must be in sync than there are', { replicas: [1, 2], minIsr: 3 }, ['readOnly']],
  ['one replica', { replicas: [1], minIsr: 1 }, ['offline']],
  ['one replica, two must be in sync', { replicas: [2], minIsr: 2 }, ['offline']],
  ['on a broker that stays', { replicas: [3], minIsr: 1 }, []],
])('%s', (_what, seen, expected) => {
  const found = topicsAtRisk({ 'orders-0': partition(seen) }, [1, 2])
  expect(found.map(({ is }) => is)).toEqual(expected)
})

test('a topic is told once, at its worst', () => {
  const partitions = {
    'a-b-0': partition({ replicas: [1, 2], minIsr: 2 }),
    'a-b-1': partition({ replicas: [1], minIsr: 2 }),
  }
  expect(topicsAtRisk(partitions, [1])).toMatchObject([{ topic: 'a-b', partitions: 2, is: 'offline' }])
})
