import { expect, test } from 'vitest'
import { brokerCountProblem, heldProblem, leavingBrokers, removalProblem } from './broker-count'
import type { ClusterSpecification } from './cluster'

const zones = ['1', '2', '3'].map((id) => ({ subnetId: id, zoneId: id, zoneName: id }))
const from = {
  brokerCount: 6,
  zones,
  mode: 'KRAFT',
  shape: 'MSK',
  release: '4.3.1',
  kafkaVersion: '4.3.1',
} as const satisfies Partial<ClusterSpecification>

test.each<[string, Partial<ClusterSpecification>, number, string | null]>([
  ['grows by zones', {}, 9, null],
  ['shrinks by zones', {}, 3, null],
  ['is as it was', {}, 6, 'has 6 brokers already'],
  ['is no multiple', {}, 8, 'must be a multiple of the number of Availability Zones'],
  ['is none', {}, 0, 'must be a multiple'],
  ['is no number of things', {}, 4.5, 'must be a multiple'],
  ['is too much for KRaft', {}, 63, 'at most 60 brokers'],
  ['is too much for ZooKeeper', { mode: 'ZOOKEEPER', release: '2.2.1' }, 33, 'at most 30 brokers'],
  ['goes down on an old release', { mode: 'ZOOKEEPER', release: '2.2.1' }, 3, 'from 2.8.1 on'],
  ['goes up on an old release', { mode: 'ZOOKEEPER', release: '2.2.1' }, 9, null],
  ['is of one process', { shape: 'DEVELOPMENT', brokerCount: 1 }, 3, 'one process'],
])('a count that %s', (_, change, target, expected) => {
  const problem = brokerCountProblem({ ...from, ...change }, target)
  expect(problem ?? 'none').toContain(expected ?? 'none')
})

test('one of each zone goes at a time', () => {
  expect(removalProblem(from, 3)).toBeNull()
  expect(removalProblem({ ...from, brokerCount: 9 }, 3)).toContain('go from 9 to 6 brokers first')
})

test('the last brokers go', () => {
  expect(leavingBrokers(6, 3)).toEqual([4, 5, 6])
  expect(leavingBrokers(3, 6)).toEqual([])
})

test('what still lies on them is named', () => {
  expect(heldProblem([])).toBeNull()
  expect(heldProblem([{ broker: 4, topic: 'orders' }])).toMatch(/^Broker 4 holds 1 replica of orders\./)
  const many = ['a', 'b', 'c', 'd', 'e'].map((topic, index) => ({ broker: 4 + (index % 2), topic }))
  expect(heldProblem(many)).toMatch(/^Brokers 4, 5 hold 5 replicas of a, b, c and 2 more\./)
})
