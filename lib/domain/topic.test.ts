import { describe, expect, test } from 'vitest'
import { copiesFor, isInternalTopic, partitionStanding, survivalOf, topicNameProblem } from './topic'
import { readSetting } from './topic-settings'

test.each([
  ['', { is: 'missing' }],
  ['.', { is: 'dots' }],
  ['..', { is: 'dots' }],
  ['...', null],
  ['orders', null],
  ['Orders_2.v-1', null],
  ['a b', { is: 'characters', character: ' ' }],
  ['<b>', { is: 'characters', character: '<' }],
  ['a🦊', { is: 'characters', character: '🦊' }],
  ['注文', { is: 'characters', character: '注' }],
  ['x'.repeat(249), null],
  ['x'.repeat(250), { is: 'long', count: 250 }],
  ['sold', { is: 'taken' }],
  ['a_b', { is: 'collides', other: 'a.b' }],
])('the name %j', (name, problem) => {
  expect(topicNameProblem(name, ['sold', 'a.b'])).toEqual(problem)
})

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 3],
  [9, 3],
])('%i brokers hold %i copies', (brokers, copies) => expect(copiesFor(brokers)).toBe(copies))

test.each([
  [3, 2, { writesWithout: 1, dataWithout: 2 }],
  [3, 1, { writesWithout: 2, dataWithout: 2 }],
  [1, 1, { writesWithout: 0, dataWithout: 0 }],
  // Kafka never asks for more copies in sync than there are.
  [1, 2, { writesWithout: 0, dataWithout: 0 }],
])('%i copies with min.insync.replicas %i', (copies, minIsr, survival) => {
  expect(survivalOf(copies, minIsr)).toEqual(survival)
})

describe('a partition', () => {
  const replicas = [1, 2, 3]
  test.each([
    ['without a leader is offline', { leader: null, replicas, isr: [1] }, 'offline'],
    ['with a copy out of sync is behind', { leader: 1, replicas, isr: [1, 3] }, 'behind'],
    ['in another order is in sync', { leader: 1, replicas, isr: [3, 1, 2] }, 'inSync'],
  ] as const)('%s', (_, partition, standing) => expect(partitionStanding(partition)).toBe(standing))
})

test('what begins with two underscores is not a user’s', () => {
  expect(['__consumer_offsets', '_schemas', 'orders'].map((name) => isInternalTopic(name, false))).toEqual([
    true,
    false,
    false,
  ])
  expect(isInternalTopic('anything', true)).toBe(true)
})

test.each([
  ['retention.ms', '604800000', { is: 'duration', ms: 604_800_000 }],
  ['retention.ms', '-1', { is: 'unlimited' }],
  ['flush.ms', '9223372036854775807', { is: 'unlimited' }],
  ['segment.bytes', '1073741824', { is: 'bytes', bytes: 1_073_741_824 }],
  ['local.retention.ms', '-2', { is: 'plain' }],
  ['cleanup.policy', 'compact', { is: 'plain' }],
  ['min.insync.replicas', '2', { is: 'plain' }],
])('%s of %s is read', (name, value, read) => expect(readSetting(name, value)).toEqual(read))
