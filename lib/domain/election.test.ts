import { describe, expect, test } from 'vitest'
import { leaderAfter, quorumElection, startElections, type LedPartitions } from './election'
import type { NodeId, PartitionSeen } from './plan/world'

const now = (leader: NodeId | null, epoch: number | null) => ({ at: 2_000, value: { leader, epoch } })
const last = (id: NodeId, epoch: number | null, seenAt: number | null = 1_000) => ({ id, epoch, seenAt })

describe('the leader of the quorum', () => {
  const told = { at: 2_000, lastSeenAt: 1_000, from: 10_001, partitions: null }
  test.each([
    ['is another', last(10_001, 6), now(10_002, 7), { ...told, to: [10_002], epoch: 7 }],
    ['was elected again', last(10_001, 6), now(10_001, 8), { ...told, to: [10_001], epoch: 8 }],
    [
      'is another, by ZooKeeper',
      last(10_001, null),
      now(10_002, null),
      { ...told, to: [10_002], epoch: null },
    ],
    [
      'is another than before Mosaik was away',
      last(10_001, 6, null),
      now(10_003, 9),
      { ...told, lastSeenAt: null, to: [10_003], epoch: 9 },
    ],
    [
      'is the first that was ever seen',
      null,
      now(10_001, 1),
      { at: 2_000, lastSeenAt: null, from: null, to: [10_001], epoch: 1, partitions: null },
    ],
    ['is the same', last(10_001, 6), now(10_001, 6), null],
    ['is the same, by ZooKeeper', last(10_001, null), now(10_001, null), null],
    ['is not known to itself to be overtaken', last(10_002, 7), now(10_001, 6), null],
    ['is not elected yet', last(10_001, 6), now(null, null), null],
  ])('%s', (_what, before, after, election) => {
    expect(quorumElection(before, after)).toEqual(election)
  })

  test.each([
    ['the one that leads', last(1, 6), now(2, 7), last(2, 7, 2_000)],
    ['the same one, seen later', last(1, 6), now(1, 6), last(1, 6, 2_000)],
    ['the one before while none is elected', last(1, 6), now(null, null), last(1, 6)],
    ['the one before while it is claimed by who was overtaken', last(2, 7), now(1, 6), last(2, 7)],
    ['nobody while none was ever seen', null, now(null, null), null],
  ])('the next look is compared with %s', (_what, before, after, leader) => {
    expect(leaderAfter(before, after)).toEqual(leader)
  })
})

describe('leaders of partitions', () => {
  const led = (leader: NodeId | null, leaderEpoch: number | null = null): PartitionSeen => ({
    leader,
    leaderEpoch,
    replicas: [1, 2, 3],
    isr: [1, 2, 3],
    minIsr: 2,
    target: null,
  })
  type Look = Record<string, PartitionSeen>
  /** Looks one after another, a second apart; what the last of them told. */
  function tell(...looks: Look[]) {
    let before: LedPartitions = { at: 0, value: looks[0] ?? {}, orphans: new Map() }
    return looks.slice(1).map((value) => {
      const at = before.at + 1_000
      const comparison = startElections(before, at)
      for (const [id, seen] of Object.entries(value)) comparison.add({ id, seen })
      before = { at, value, orphans: comparison.orphans }
      return comparison.elections().map(({ from, to, partitions }) => ({ from, to, partitions }))
    })
  }
  const thousand = (leaderOf: (nth: number) => PartitionSeen): Look =>
    Object.fromEntries(Array.from({ length: 1_000 }, (_, nth) => [`orders-${nth}`, leaderOf(nth)]))

  test('a thousand that leave one broker are one election', () => {
    const looks = [thousand(() => led(2, 4)), thousand((nth) => led(nth % 2 === 0 ? 3 : 1, 5))]
    expect(tell(...looks)).toEqual([[{ from: 2, to: [1, 3], partitions: 1_000 }]])
  })

  test.each<[string, Look[], object[][]]>([
    [
      'each broker that lost some has its own',
      [
        { 'a-0': led(1), 'a-1': led(2), 'a-2': led(3) },
        { 'a-0': led(3), 'a-1': led(3), 'a-2': led(3) },
      ],
      [
        [
          { from: 1, to: [3], partitions: 1 },
          { from: 2, to: [3], partitions: 1 },
        ],
      ],
    ],
    [
      'one that nobody led for a while is told of when somebody does',
      [{ 'a-0': led(1, 4) }, { 'a-0': led(null, 5) }, { 'a-0': led(null, 5) }, { 'a-0': led(2, 6) }],
      [[], [], [{ from: 1, to: [2], partitions: 1 }]],
    ],
    [
      'one that comes back is no other leader',
      [{ 'a-0': led(1) }, { 'a-0': led(null) }, { 'a-0': led(1) }],
      [[], []],
    ],
    ['a new topic has no leader before', [{}, { 'a-0': led(1) }], [[]]],
    ['a deleted topic has none after', [{ 'a-0': led(1) }, {}], [[]]],
    ['a topic created anew elects nobody', [{ 'a-0': led(1, 0) }, { 'a-0': led(2, 0) }], [[]]],
    ['one that nobody ever led', [{ 'a-0': led(null) }, { 'a-0': led(2) }], [[]]],
  ])('%s', (_what, looks, elections) => {
    expect(tell(...looks)).toEqual(elections)
  })
})
