import { expect, test } from 'vitest'
import type { GroupDetail, GroupMember, GroupPartition, GroupRow } from '@/lib/contract/console/groups'
import { findingsOf } from './findings'
import { groupTotals, listedGroups, readersOf } from './group-list'

const partition = (number: number, more: Partial<GroupPartition> = {}): GroupPartition => ({
  topic: 'orders',
  partition: number,
  committed: 100,
  earliest: 0,
  end: 100,
  ageS: 0,
  held: null,
  member: 'a',
  ...more,
})
const member = (id: string, partitions: readonly number[] | null): GroupMember => ({
  id,
  instanceId: null,
  clientId: id,
  host: '127.0.0.1',
  subscribed: ['orders'],
  pattern: null,
  assigned: partitions === null ? null : [{ topic: 'orders', partitions: [...partitions] }],
})
const group = (more: Partial<GroupDetail>): GroupDetail => ({
  name: 'billing',
  kind: 'classic',
  protocolType: 'consumer',
  state: 'Stable',
  coordinator: 1,
  assignor: 'range',
  at: '2026-11-22T14:00:00.000Z',
  members: [member('a', [0, 1])],
  partitions: [partition(0), partition(1)],
  goneTopics: [],
  retentionMs: 7 * 86_400_000,
  silentBrokers: [],
  ...more,
})

const held = { seconds: 90, atLeast: true }
test.each<[string, Partial<GroupDetail>, readonly object[]]>([
  ['one member that keeps up', {}, []],
  ['nobody, and nothing left to read', { state: 'Empty', members: [], partitions: [partition(0)] }, []],
  [
    'nobody, and records wait',
    { state: 'Empty', members: [], partitions: [partition(0, { end: 160, ageS: 30 }), partition(1)] },
    [{ is: 'nobodyReads', records: 60, keptMs: 7 * 86_400_000 }],
  ],
  ['members that share out anew', { state: 'Reconciling' }, [{ is: 'rebalancing' }]],
  [
    'records deleted before they were read, and a partition made anew',
    { partitions: [partition(0, { earliest: 140, end: 200 }), partition(1, { end: 3 })] },
    [
      { is: 'lost', records: 40, partitions: 1 },
      { is: 'beyondEnd', partitions: 1 },
    ],
  ],
  [
    'a member that commits nothing though records wait',
    { partitions: [partition(0, { end: 150, held }), partition(1, { held })] },
    [{ is: 'held', partitions: 1, ...held }],
  ],
  [
    'a silence that is too short to mean anything',
    { partitions: [partition(0, { end: 150, held: { seconds: 20, atLeast: false } })] },
    [],
  ],
  [
    'a partition nobody reads, and a topic nobody reads any more',
    {
      partitions: [
        partition(0),
        partition(1, { member: null }),
        partition(0, { topic: 'old', member: null, end: 101 }),
      ],
    },
    [
      { is: 'unread', partitions: 1, topic: 'orders' },
      { is: 'left', topics: ['old'], records: 1 },
    ],
  ],
  [
    'one that reads all while others wait',
    { members: [member('a', [0, 1]), member('b', [])] },
    [{ is: 'oneReadsAll', member: 'a', partitions: 2, others: 1 }],
  ],
  [
    'more members than partitions',
    { members: [member('a', [0]), member('b', [1]), member('c', [])] },
    [{ is: 'idle', idle: 1, members: 3, partitions: 2 }],
  ],
  ['members whose shares cannot be read', { members: [member('a', null), member('b', [])] }, []],
  ['a topic that was deleted', { goneTopics: ['old'] }, [{ is: 'gone', topics: ['old'] }]],
])('%s', (_, more, findings) => {
  expect(findingsOf(group(more))).toEqual(findings)
})

const row = (name: string, more: Partial<GroupRow> = {}): GroupRow => ({
  name,
  kind: 'classic',
  protocolType: 'consumer',
  state: 'Stable',
  members: 1,
  topics: [{ name: 'orders', lagSum: 5, lagMax: 3, ageS: 2 }],
  ...more,
})

test('a group has the lag of its topics, as far as it is known', () => {
  const unknown = { name: 'new', lagSum: null, lagMax: null, ageS: null }
  const [both, none] = listedGroups([
    row('a', { topics: [...row('a').topics, { name: 'paid', lagSum: 7, lagMax: 7, ageS: null }, unknown] }),
    row('b', { topics: [unknown] }),
  ])
  expect(both).toMatchObject({ lagSum: 12, lagMax: 7, ageS: 2 })
  expect(none).toMatchObject({ lagSum: null, lagMax: null, ageS: null })
  expect(readersOf([row('a'), row('b', { topics: [unknown] })], 'orders')).toMatchObject([
    { name: 'a', lagSum: 5 },
  ])
})

test('groups without a member count as waiting while records wait', () => {
  const idle = { state: 'Empty', members: 0 } as const
  const rows = listedGroups([row('a'), row('b', idle), row('c', { ...idle, topics: [] })])
  expect(groupTotals(rows)).toEqual({ groups: 3, reading: 1, waiting: 1, records: 5 })
})
