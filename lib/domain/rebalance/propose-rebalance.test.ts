import { describe, expect, test } from 'vitest'
import { proposeRebalance } from './propose-rebalance'
import type { PartitionMove, RebalanceProposal } from './proposal'
import type { RebalanceQuestion } from './question'
import { applied, brokersOf, dealt, NOBODY, rebalanced, spreadOf, staying } from './testing/clusters'

const leavingFrom = (first: number, last: number): ReadonlySet<number> =>
  new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index))

function expectLevel(proposal: RebalanceProposal, question: RebalanceQuestion): void {
  const shares = staying(proposal, question)
  expect(spreadOf(shares.map(({ replicas }) => replicas))).toBeLessThanOrEqual(1)
  expect(spreadOf(shares.map(({ leaders }) => leaders))).toBeLessThanOrEqual(1)
}

/** The most and the least lie within a tenth of the mean. */
function expectLevelBytes(proposal: RebalanceProposal, question: RebalanceQuestion): void {
  const bytes = staying(proposal, question).map((share) => share.bytes)
  const mean = bytes.reduce((sum, each) => sum + each, 0) / bytes.length
  expect(spreadOf(bytes)).toBeLessThanOrEqual(mean / 10)
}

describe('a hundred topics of six partitions, from three brokers to six', () => {
  const topics = { topics: 100, partitions: 6 }
  const question = { partitions: dealt(brokersOf(3), topics), brokers: brokersOf(6), leaving: NOBODY }
  const proposal = proposeRebalance(question)

  test('half of what each broker holds moves, within its zone', () => {
    expect(proposal.bytesMoved).toBe(900 * 100)
    expect(proposal.brokers.map(({ after }) => after)).toEqual(
      brokersOf(6).map(() => ({ replicas: 300, leaders: 100, bytes: 30_000 })),
    )
    const isInZone = ({ from, to }: PartitionMove): boolean =>
      to.every((id, place) => id === from[place] || from.includes(id) || from.includes(id - 3))
    expect(proposal.moves.filter((move) => !isInZone(move))).toEqual([])
  })
  test('every topic gives its part', () => {
    const held = new Map<string, number>()
    for (const { id, replicas } of applied(question, proposal).partitions) {
      const topic = id.slice(0, id.lastIndexOf('-'))
      const onNew = replicas.filter((broker) => broker > 3).length
      held.set(topic, (held.get(topic) ?? 0) + onNew)
    }
    for (const count of held.values()) expect(Math.abs(count - 9)).toBeLessThanOrEqual(3)
  })
  test('carried out, nothing is left to propose', () => {
    const again = proposeRebalance(applied(question, proposal))
    expect(again).toMatchObject({ moves: [], bytesMoved: 0, leaderChanges: 0 })
  })
  test('back to three, exactly what the leaving hold moves', () => {
    const six = { ...applied(question, proposal), leaving: leavingFrom(4, 6) }
    const back = proposeRebalance(six)
    expect(back.bytesMoved).toBe(900 * 100)
    expectLevel(back, six)
    expect(back.brokers.filter(({ broker }) => broker > 3).map(({ after }) => after.replicas)).toEqual([
      0, 0, 0,
    ])
  })
  test('zones keep what they had', () => {
    for (const { before, after } of proposal.zones) expect(after).toMatchObject({ ...before, leaders: 200 })
  })
})

describe('sizes that differ', () => {
  const spreads = [
    ['a hundredfold', (index: number) => 1 + ((index * 37) % 100)],
    ['a few giants', (index: number) => (index % 60 === 0 ? 2_000 : 10)],
    ['by topic', (index: number) => 2 ** (Math.floor(index / 6) % 10)],
  ] as const
  test.each(spreads)('%s: bytes come within a tenth, and no more than needed is copied', (_name, bytes) => {
    const partitions = dealt(brokersOf(3), { topics: 100, partitions: 6, bytes })
    const question = { partitions, brokers: brokersOf(6), leaving: NOBODY }
    const proposal = proposeRebalance(question)
    expectLevel(proposal, question)
    expectLevelBytes(proposal, question)
    const all = partitions.reduce((sum, each) => sum + (each.bytes ?? 0) * 3, 0)
    expect(proposal.bytesMoved).toBeLessThanOrEqual((1.05 * all) / 2)
    const drained = { ...rebalanced(question), leaving: leavingFrom(4, 6) }
    const back = proposeRebalance(drained)
    expectLevelBytes(back, drained)
    expect(back.bytesMoved).toBe(proposal.bytesMoved)
  })
  test('level replicas of uneven bytes trade places', () => {
    const partitions = dealt(brokersOf(6), {
      topics: 50,
      partitions: 6,
      bytes: (index) => (index % 6 < 3 ? 300 : 100),
    })
    const question = { partitions, brokers: brokersOf(6), leaving: NOBODY }
    const proposal = proposeRebalance(question)
    expect(proposal.bytesMoved).toBeGreaterThan(0)
    expectLevel(proposal, question)
    expectLevelBytes(proposal, question)
  })
  test('not known counts as nothing', () => {
    const partitions = dealt(brokersOf(3), { topics: 10, partitions: 6 }).map((each) => ({
      ...each,
      bytes: null,
    }))
    const question = { partitions, brokers: brokersOf(6), leaving: NOBODY }
    const proposal = proposeRebalance(question)
    expect(proposal.bytesMoved).toBe(0)
    expectLevel(proposal, question)
  })
})

describe.each([1, 2, 4])('with %i replicas of each partition', (factor) => {
  const partitions = dealt(brokersOf(6), { topics: 40, partitions: 6, factor })
  test('nine brokers of three zones are level, copying only what the new ones come to hold', () => {
    const question = { partitions, brokers: brokersOf(9), leaving: NOBODY }
    const proposal = proposeRebalance(question)
    expectLevel(proposal, question)
    const onNew = proposal.brokers.filter(({ broker }) => broker > 6).map(({ after }) => after.replicas)
    expect(proposal.bytesMoved).toBe(100 * onNew.reduce((sum, each) => sum + each, 0))
  })
  test('a zone that leaves as a whole is spread over the others', () => {
    const question = { partitions, brokers: brokersOf(6), leaving: new Set([3, 6]) }
    const proposal = proposeRebalance(question)
    expectLevel(proposal, question)
    const held = partitions.flatMap(({ replicas }) => replicas.filter((id) => id % 3 === 0)).length
    expect(proposal.bytesMoved).toBe(100 * held)
  })
})

test.each([
  ['replicas of one zone part', [1, 4], brokersOf(6), NOBODY, [1, 2]],
  ['a leaving broker hands its place over within its zone', [1, 2, 3], brokersOf(6), new Set([2]), [1, 5, 3]],
  [
    'a zone without another broker hands over to one that is free',
    [1, 2],
    brokersOf(3),
    new Set([1]),
    [3, 2],
  ],
  ['a broker that is gone counts as leaving', [9, 2], brokersOf(2), NOBODY, [1, 2]],
  ['nobody stays: nothing can go', [1, 2], brokersOf(2), new Set([1, 2]), null],
  ['fewer brokers than replicas: what cannot go stays', [1, 2, 3], brokersOf(3), new Set([3]), null],
])('%s', (_name, replicas, brokers, leaving, to) => {
  const partitions = [{ id: 't-0', replicas, bytes: 5 }]
  const { moves } = proposeRebalance({ partitions, brokers, leaving })
  expect(moves.map((move) => move.to)).toEqual(to === null ? [] : [to])
})

test('leaders are levelled by order alone', () => {
  const partitions = dealt(brokersOf(3), { topics: 10, partitions: 3 }).map((each) => ({
    ...each,
    replicas: [1, 2, 3],
  }))
  const proposal = proposeRebalance({ partitions, brokers: brokersOf(3), leaving: NOBODY })
  expect(proposal).toMatchObject({ bytesMoved: 0, leaderChanges: 20 })
  expect(proposal.moves).toHaveLength(20)
  expect(proposal.brokers.map(({ after }) => after.leaders)).toEqual([10, 10, 10])
})

test('leaders go round by a broker between where no direct step is left', () => {
  // Broker 1 leads three and broker 3 one, and they share no partition.
  const lists = [
    [1, 2],
    [1, 2],
    [1, 4],
    [4, 1],
    [2, 3],
    [2, 3],
    [4, 3],
    [3, 4],
  ]
  const partitions = lists.map((replicas, index) => ({ id: `t-${index}`, replicas, bytes: 1 }))
  const proposal = proposeRebalance({ partitions, brokers: brokersOf(4, 1), leaving: NOBODY })
  expect(proposal.bytesMoved).toBe(0)
  expect(proposal.brokers.map(({ after }) => after.leaders)).toEqual([2, 2, 2, 2])
})

test('a hundred thousand partitions on a hundred brokers in three zones are proposed within two seconds', () => {
  const bytes = (index: number): number => (index * 7919) % 1_000
  const partitions = dealt(brokersOf(75), { topics: 10_000, partitions: 10, bytes })
  const question = { partitions, brokers: brokersOf(100), leaving: NOBODY }
  // What this thread computes: other tests run meanwhile.
  const begun = process.cpuUsage()
  const proposal = proposeRebalance(question)
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1_000).toBeLessThan(2_000)
  // One zone has 34 brokers, and the same third of all replicas as those that have 33.
  for (const { zoneId } of proposal.zones) {
    const ofZone = proposal.brokers
      .filter((broker) => broker.zoneId === zoneId)
      .map(({ after }) => after.replicas)
    expect(spreadOf(ofZone)).toBeLessThanOrEqual(1)
  }
  expect(spreadOf(staying(proposal, question).map(({ leaders }) => leaders))).toBeLessThanOrEqual(1)
  expectLevelBytes(proposal, question)
}, 20_000)
