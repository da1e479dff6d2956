import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placePartitions } from './place-partitions'
import { brokersOf, dealt, NOBODY, questions } from './testing/clusters'

const of = (id: string, replicas: readonly number[], bytes = 10) => ({ id, replicas, bytes })
const VOLUME = { volumeBytes: 1e9 }

test.each([
  [
    'to a zone without one, on its emptiest broker',
    [1],
    2,
    [of('o-0', [2, 3]), of('o-1', [5, 3]), of('o-2', [2])],
    [1, 6],
  ],
  ['one in each zone', [4], 3, [of('o-0', [2, 3])], [4, 5, 6]],
  ['beyond the zones, where fewest are', [1, 2, 3], 4, [of('o-0', [4, 6])], [1, 2, 3, 5]],
  ['down: from the zone with most', [1, 4, 2], 2, [], [1, 2]],
  ['down: from the fullest broker', [1, 2, 3], 2, [of('o-0', [2])], [1, 3]],
  ['down to the leader', [2, 1, 3], 1, [of('o-0', [2])], [2]],
  ['down: what is gone first, were it the leader', [9, 1, 2], 2, [], [1, 2]],
  ['as it is', [1, 2], 2, [], null],
])('%s', (_name, replicas, factor, others, to) => {
  const partitions = [of('t-0', replicas)]
  const question = { partitions: [...partitions, ...others], brokers: brokersOf(6), leaving: NOBODY }
  const change = placePartitions({ ...question, ...VOLUME }, { topic: 't', factor })
  const copied = Math.max(0, factor - replicas.length) * 10
  const moves = [{ id: 't-0', from: replicas, to, bytes: copied }]
  expect(change).toMatchObject(
    to === null
      ? { refusal: 'Every partition of topic t has 2 replicas already.' }
      : { moves, bytesMoved: copied },
  )
})

test.each([
  [4, new Set<number>(), 'A replication factor of 4 needs 4 brokers, and 3 are there.'],
  [2, new Set([2, 3]), 'A replication factor of 2 needs 2 brokers, and 1 is there.'],
  [0, new Set<number>(), 'A replication factor is a whole number, 1 or more.'],
])('%i replicas without %o', (factor, leaving, refusal) => {
  const question = { partitions: [of('t-0', [1])], brokers: brokersOf(3), leaving, ...VOLUME }
  expect(placePartitions(question, { topic: 't', factor })).toEqual({ refusal })
})

test('whatever lies wherever: the factor is met, no broker twice, the leader stays', () => {
  const holds = fc.property(
    questions({ isEven: false }),
    fc.integer({ min: 1, max: 5 }),
    (question, wish) => {
      const stay = question.brokers.filter(({ id }) => !question.leaving.has(id)).map(({ id }) => id)
      const factor = Math.min(wish, stay.length)
      const change = placePartitions({ ...question, ...VOLUME }, { factor })
      for (const { from, to } of 'moves' in change ? change.moves : []) {
        expect(to).toHaveLength(factor)
        expect(new Set(to).size).toBe(factor)
        const [leader = -1] = from
        expect(to[0] === leader || !stay.includes(leader)).toBe(true)
        expect(to.filter((id) => !from.includes(id)).every((id) => stay.includes(id))).toBe(true)
      }
    },
  )
  fc.assert(holds, { numRuns: 300 })
})

test('new replicas of many partitions leave the brokers level', () => {
  const partitions = dealt(brokersOf(6), { topics: 10, partitions: 6, factor: 1 })
  const question = { partitions, brokers: brokersOf(6), leaving: NOBODY, ...VOLUME }
  const change = placePartitions(question, { factor: 3 })
  const held = new Map<number, number>()
  for (const id of 'moves' in change ? change.moves.flatMap(({ to }) => to) : [])
    held.set(id, (held.get(id) ?? 0) + 1)
  expect([...held.values()]).toEqual([30, 30, 30, 30, 30, 30])
})
