import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposeRebalance } from './propose-rebalance'
import type { PlacedPartition, RebalanceQuestion } from './question'
import { applied, brokersOf, questions, spreadOf, staying } from './testing/clusters'

const zonesOf = (brokers: RebalanceQuestion['brokers']): number =>
  new Set(brokers.map(({ zoneId }) => zoneId)).size

test.each([{ isEven: true }, { isEven: false }])(
  'factors stay, no broker twice, nothing on brokers that leave, as many zones as can be: %j',
  (shape) => {
    const holds = fc.property(questions(shape), (question) => {
      const after = applied(question, proposeRebalance(question))
      const stay = question.brokers.filter(({ id }) => !question.leaving.has(id))
      const zoneOf = new Map(stay.map(({ id, zoneId }) => [id, zoneId]))
      const isSound = ({ replicas }: PlacedPartition, index: number): boolean =>
        replicas.length === question.partitions[index]?.replicas.length &&
        new Set(replicas).size === replicas.length &&
        replicas.every((id) => zoneOf.has(id)) &&
        new Set(replicas.map((id) => zoneOf.get(id))).size === Math.min(replicas.length, zonesOf(stay))
      expect(after.partitions.filter((each, index) => !isSound(each, index))).toEqual([])
    })
    fc.assert(holds, { numRuns: 300 })
  },
)

test('with as many brokers in each zone, replicas are level whatever they were', () => {
  const holds = fc.property(questions({ isEven: true }), (question) => {
    const shares = staying(proposeRebalance(question), question)
    expect(spreadOf(shares.map(({ replicas }) => replicas))).toBeLessThanOrEqual(1)
  })
  fc.assert(holds, { numRuns: 300 })
})

test.each([{ isEven: true }, { isEven: false }])('carried out, nothing is left to propose: %j', (shape) => {
  const holds = fc.property(questions(shape), (question) => {
    const after = applied(question, proposeRebalance(question))
    expect(proposeRebalance(after)).toMatchObject({ moves: [], bytesMoved: 0, leaderChanges: 0 })
  })
  fc.assert(holds, { numRuns: 300 })
})

test('the order of the question does not matter', () => {
  const holds = fc.property(
    questions({ isEven: false }).chain((question) =>
      fc.record({
        question: fc.constant(question),
        partitions: fc.shuffledSubarray([...question.partitions], { minLength: question.partitions.length }),
        brokers: fc.shuffledSubarray([...question.brokers], { minLength: question.brokers.length }),
      }),
    ),
    ({ question, partitions, brokers }) => {
      const leaving = new Set([...question.leaving].toReversed())
      expect(proposeRebalance({ partitions, brokers, leaving })).toEqual(proposeRebalance(question))
    },
  )
  fc.assert(holds, { numRuns: 200 })
})

/** One replica in each of three zones, on any broker of the zone, all of one size; some brokers of each zone leave. */
const zoned = fc
  .record({
    perZone: fc.integer({ min: 2, max: 5 }),
    leaving: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
    places: fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 60 }),
  })
  .map(({ perZone, leaving, places }): RebalanceQuestion => ({
    // The first broker of each zone stays.
    leaving: new Set(leaving.filter((id) => id > 3 && id <= 3 * perZone)),
    brokers: brokersOf(3 * perZone),
    partitions: places.map((seeds, index) => ({
      id: `t-${index}`,
      replicas: seeds.map((seed, zone) => zone + 1 + 3 * (seed % perZone)),
      bytes: 100,
    })),
  }))

/** Within one zone: what the full have too much and the leaving hold must go, and what the empty miss must come. */
function fewestMoves({ partitions, brokers, leaving }: RebalanceQuestion, zoneId: string): number {
  const zone = brokers.filter((broker) => broker.zoneId === zoneId)
  const stay = zone.filter(({ id }) => !leaving.has(id))
  const heldBy = (id: number): number => partitions.filter(({ replicas }) => replicas.includes(id)).length
  const least = Math.floor(partitions.length / stay.length)
  const most = Math.ceil(partitions.length / stay.length)
  let go = 0
  let come = 0
  for (const { id } of zone) {
    go += leaving.has(id) ? heldBy(id) : Math.max(0, heldBy(id) - most)
    come += leaving.has(id) ? 0 : Math.max(0, least - heldBy(id))
  }
  return Math.max(go, come)
}

test('not one replica more is copied than has to be', () => {
  const holds = fc.property(zoned, (question) => {
    const zones = [...new Set(question.brokers.map(({ zoneId }) => zoneId))]
    const fewest = zones.reduce((sum, zone) => sum + fewestMoves(question, zone), 0)
    expect(proposeRebalance(question).bytesMoved).toBe(100 * fewest)
  })
  fc.assert(holds, { numRuns: 300 })
})
