import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placePartitions } from './place-partitions'
import type { PlacementWish } from './placement-wish'
import type { PlacedPartition } from './question'
import { brokersOf, dealt, NOBODY, questions } from './testing/clusters'

const of = (id: string, replicas: readonly number[], ledBy?: number): PlacedPartition => ({
  id,
  replicas,
  bytes: 10,
  ledBy,
})
const ask = (
  partitions: readonly PlacedPartition[],
  wish: PlacementWish,
  { brokers = 6, volumeBytes = 1e9 } = {},
) => placePartitions({ partitions, brokers: brokersOf(brokers), leaving: NOBODY, volumeBytes }, wish)
const movesOf = (answer: ReturnType<typeof ask>): Record<string, readonly number[]> | string =>
  'refusal' in answer ? answer.refusal : Object.fromEntries(answer.moves.map(({ id, to }) => [id, to]))

const ORDERS = [of('orders-0', [1, 2, 3]), of('orders-1', [2, 3, 1]), of('pay-0', [1, 2, 3])]

describe('one topic', () => {
  test('comes to lie level, and no other moves', () => {
    const answer = ask(ORDERS, { topic: 'orders' })
    expect(Object.keys(movesOf(answer))).toEqual(expect.arrayContaining([expect.stringMatching('orders')]))
    expect(Object.keys(movesOf(answer)).filter((id) => id.startsWith('pay'))).toEqual([])
    expect('zones' in answer && answer.zones.map(({ after }) => after.replicas)).toEqual([3, 3, 3])
  })
  test('what lies elsewhere counts in what brokers hold', () => {
    const answer = ask([of('orders-0', [1]), of('pay-0', [1])], { topic: 'orders', brokers: [4] })
    expect('brokers' in answer && answer.brokers[0]).toMatchObject({
      before: { replicas: 2, leaders: 2, bytes: 20 },
      after: { replicas: 1, leaders: 1, bytes: 10 },
    })
  })
  test.each<[string, readonly PlacedPartition[], PlacementWish, ReturnType<typeof movesOf>]>([
    [
      'off a broker, within its zone',
      ORDERS.slice(2),
      { topic: 'pay', brokers: [1, 3, 4, 5, 6] },
      { 'pay-0': [1, 5, 3] },
    ],
    [
      'to the least loaded broker of the zone',
      [of('a-0', [1]), of('b-0', [4])],
      { topic: 'a', brokers: [4, 7] },
      { 'a-0': [7] },
    ],
    [
      'onto brokers of another zone where the zone has none',
      [of('a-0', [1])],
      { topic: 'a', brokers: [2] },
      { 'a-0': [2] },
    ],
    [
      'with another factor at once',
      [of('a-0', [1, 2])],
      { topic: 'a', factor: 3, brokers: [4, 5, 6] },
      { 'a-0': [4, 5, 6] },
    ],
  ])('%s', (_name, partitions, wish, moves) => {
    expect(movesOf(ask(partitions, wish, { brokers: 9 }))).toEqual(moves)
  })
  test('as few bytes as possible: only the replica that has to leave is copied', () => {
    expect(ask(ORDERS.slice(2), { topic: 'pay', brokers: [1, 3, 5] })).toMatchObject({ bytesMoved: 10 })
  })
})

test('without a topic everything leaves the brokers that are not chosen', () => {
  const answer = ask(ORDERS, { brokers: [1, 3, 5] })
  expect('brokers' in answer && answer.brokers.find(({ broker }) => broker === 2)?.after.replicas).toBe(0)
})

describe('leaders alone', () => {
  const strayed = [of('orders-0', [1, 2, 3], 2), of('orders-1', [2, 3, 1]), of('pay-0', [3, 1, 2], 1)]
  test.each<[string, readonly PlacedPartition[], PlacementWish, ReturnType<typeof movesOf>]>([
    [
      'the first of each list leads',
      strayed,
      { leaders: 'preferred' },
      { 'orders-0': [1, 2, 3], 'pay-0': [3, 1, 2] },
    ],
    ['of one topic', strayed, { topic: 'pay', leaders: 'preferred' }, { 'pay-0': [3, 1, 2] }],
    [
      'as one chooses',
      ORDERS,
      { topic: 'orders', leaders: [{ partition: 1, leader: 1 }] },
      { 'orders-1': [1, 3, 2] },
    ],
    [
      'chosen though another leads now',
      strayed,
      { topic: 'orders', leaders: [{ partition: 0, leader: 1 }] },
      { 'orders-0': [1, 2, 3] },
    ],
    [
      'level, and off brokers that are not chosen',
      [of('a-0', [1, 2]), of('a-1', [1, 3])],
      { leaders: 'level', brokers: [2, 3] },
      { 'a-0': [2, 1], 'a-1': [3, 1] },
    ],
  ])('%s', (_name, partitions, wish, moves) => {
    const answer = ask(partitions, wish)
    expect(movesOf(answer)).toEqual(moves)
    expect(answer).toMatchObject({ bytesMoved: 0 })
  })
  test('who leads now is what is told as before', () => {
    const answer = ask(strayed, { leaders: 'preferred' }, { brokers: 3 })
    expect(answer).toMatchObject({
      leaderChanges: 2,
      brokers: [1, 2, 3].map((broker) => ({ broker, after: { leaders: 1 } })),
    })
    expect('brokers' in answer && answer.brokers.map(({ before }) => before.leaders)).toEqual([1, 2, 0])
  })
})

test.each<[PlacementWish, string]>([
  [{ topic: 'none' }, 'There is no topic none.'],
  [
    { topic: '__mosaik_canary' },
    'Mosaik itself lays out __mosaik_canary, so that each broker leads a part of it.',
  ],
  [{ brokers: [7] }, 'There is no broker 7 to move partitions to.'],
  [{ brokers: [] }, 'Choose at least one broker that partitions may lie on.'],
  [
    { topic: 'orders', brokers: [1, 2] },
    'Topic orders has 3 replicas of each partition, and 2 brokers would be left. Lower its replication factor, or keep 3 brokers.',
  ],
  [
    { topic: 'orders', factor: 3, brokers: [1] },
    'A replication factor of 3 needs 3 brokers, and 1 is there.',
  ],
  [{ topic: 'orders', leaders: [{ partition: 9, leader: 1 }] }, 'There is no partition orders-9.'],
  [
    { topic: 'orders', leaders: [{ partition: 0, leader: 4 }] },
    'Broker 4 holds no replica of orders-0 and so cannot lead it: 1, 2, 3 can.',
  ],
  [{ leaders: [{ partition: 0, leader: 1 }] }, 'Name the topic whose partitions others shall lead.'],
  [
    { leaders: 'preferred' },
    'Every partition is led by its first replica already, or that one is not in sync.',
  ],
  [{ topic: 'pay', leaders: 'level' }, 'The leaders of topic pay are level already.'],
  [{ topic: 'pay' }, 'Nothing would be moved: replicas, leaders and bytes of topic pay are level already.'],
])('%o is refused', (wish, refusal) => {
  expect(ask(ORDERS, wish)).toEqual({ refusal })
})

test('no volume is filled beyond what an alarm rings at, unless the fullest becomes less full', () => {
  const GIB = 1024 ** 3
  const big = (id: string, replicas: readonly number[]) => ({ id, replicas, bytes: 5 * GIB })
  const volume = { brokers: 2, volumeBytes: 10 * GIB }
  expect(movesOf(ask([big('a-0', [1]), big('b-0', [2])], { topic: 'a', brokers: [2] }, volume))).toMatch(
    'Broker 2 would hold 10 GiB, and its volume of 10 GiB holds 8.5 GiB at 85 %.',
  )
  const full = [big('a-0', [1]), big('a-1', [1]), big('a-2', [1]), big('a-3', [1])]
  expect(movesOf(ask(full, {}, volume))).toEqual({ 'a-0': [2], 'a-2': [2] })
})

test('whatever lies wherever: a topic moves alone, onto chosen brokers alone, and then nothing is left to do', () => {
  const holds = fc.property(questions({ isEven: true }), fc.nat(), (question, seed) => {
    const [first] = question.partitions
    const topic = first?.id.split('-')[0] ?? ''
    const all = question.brokers.filter(({ id }) => !question.leaving.has(id)).map(({ id }) => id)
    const brokers = all.length > 5 ? all.filter((id) => id !== all[seed % all.length]) : all
    const wish = { topic, brokers }
    const answer = placePartitions({ ...question, volumeBytes: 1e9 }, wish)
    if ('refusal' in answer) return
    const to = new Map(answer.moves.map((move) => [move.id, move.to]))
    for (const id of to.keys()) expect(id.startsWith(`${topic}-`)).toBe(true)
    for (const replicas of to.values()) {
      expect(new Set(replicas).size).toBe(replicas.length)
      expect(replicas.every((id) => brokers.includes(id))).toBe(true)
    }
    const partitions = question.partitions.map((each) => ({
      ...each,
      replicas: to.get(each.id) ?? each.replicas,
    }))
    expect(placePartitions({ ...question, partitions, volumeBytes: 1e9 }, wish)).toHaveProperty('refusal')
  })
  fc.assert(holds, { numRuns: 200 })
})

test('many topics, one after the other, leave the brokers level', () => {
  const brokers = brokersOf(9)
  let partitions: readonly PlacedPartition[] = dealt(brokers.slice(0, 3), {
    topics: 9,
    partitions: 1,
    factor: 3,
  })
  for (let number = 0; number < 9; number++) {
    const wish = { topic: `topic-${number}`, brokers: [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((id) => id !== 2) }
    const answer = placePartitions({ partitions, brokers, leaving: NOBODY, volumeBytes: 1e9 }, wish)
    const to = new Map('moves' in answer ? answer.moves.map((move) => [move.id, move.to]) : [])
    partitions = partitions.map((each) => ({ ...each, replicas: to.get(each.id) ?? each.replicas }))
  }
  const held = [5, 8].map((id) => partitions.filter(({ replicas }) => replicas.includes(id)).length)
  expect(Math.abs((held[0] ?? 0) - (held[1] ?? 0))).toBeLessThanOrEqual(1)
})
