import * as fc from 'fast-check'
import type { NodeId } from '../../plan/world'
import { proposeRebalance } from '../propose-rebalance'
import type { RebalanceProposal } from '../proposal'
import type { BrokerPlace, PlacedPartition, RebalanceQuestion } from '../question'

export const NOBODY: ReadonlySet<NodeId> = new Set()

/** Dealt to the zones in turn, as Mosaik and MSK number them. */
export const brokersOf = (count: number, zones = 3): BrokerPlace[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, zoneId: `zone-${index % zones}` }))

type Dealt = { topics: number; partitions: number; factor?: number; bytes?: (index: number) => number }

/** One replica in each zone in turn, and within zones from broker to broker, as Kafka deals them. */
export function dealt(brokers: readonly BrokerPlace[], { topics, partitions, factor = 3, bytes }: Dealt) {
  const zones = [...new Set(brokers.map(({ zoneId }) => zoneId))].map((zone) =>
    brokers.filter(({ zoneId }) => zoneId === zone).map(({ id }) => id),
  )
  return Array.from({ length: topics * partitions }, (_, index): PlacedPartition => {
    const replicas = Array.from({ length: factor }, (_unused, place) => {
      const zone = zones[(index + place) % zones.length] ?? []
      const round = Math.floor(index / zones.length) + Math.floor(place / zones.length)
      return zone[round % zone.length] ?? 0
    })
    const id = `topic-${Math.floor(index / partitions)}-${index % partitions}`
    return { id, replicas, bytes: bytes?.(index) ?? 100 }
  })
}

/** The cluster as it is once the proposal was carried out. */
export function applied(question: RebalanceQuestion, { moves }: RebalanceProposal): RebalanceQuestion {
  const to = new Map(moves.map((move) => [move.id, move.to]))
  const partitions = question.partitions.map((each) => ({
    ...each,
    replicas: to.get(each.id) ?? each.replicas,
  }))
  return { ...question, partitions }
}

export const rebalanced = (question: RebalanceQuestion): RebalanceQuestion =>
  applied(question, proposeRebalance(question))

export const spreadOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

/** Shares of those that stay. */
export const staying = ({ brokers }: RebalanceProposal, { leaving, brokers: all }: RebalanceQuestion) => {
  const ids = new Set(all.map(({ id }) => id).filter((id) => !leaving.has(id)))
  return brokers.filter(({ broker }) => ids.has(broker)).map(({ after }) => after)
}

type Shape = { isEven: boolean }

/** Any placement whatever, also on brokers that are gone; even ones have as many brokers that stay in each zone. */
export const questions = ({ isEven }: Shape): fc.Arbitrary<RebalanceQuestion> =>
  fc
    .record({
      zones: fc.integer({ min: 1, max: 4 }),
      perZone: fc.integer({ min: 1, max: 4 }),
      leaving: fc.array(fc.nat(15), { maxLength: 6 }),
      gone: fc.nat(2),
      partitions: fc.array(
        fc.record({
          factor: fc.integer({ min: 1, max: 5 }),
          order: fc.array(fc.nat(1_000), { minLength: 18, maxLength: 18 }),
          bytes: fc.option(fc.nat(1_000), { nil: null }),
        }),
        { minLength: 1, maxLength: 40 },
      ),
    })
    .map(({ zones, perZone, leaving, gone, partitions }) => {
      const stay = isEven
        ? brokersOf(zones * perZone, zones)
        : brokersOf(Math.max(zones, zones * perZone - 1), zones)
      const more = brokersOf(stay.length + leaving.length, zones).slice(stay.length)
      const ids = [...stay, ...more].map(({ id }) => id)
      for (let index = 0; index < gone; index++) ids.push(1_000 + index)
      return {
        partitions: partitions.map(({ factor, order, bytes }, index) => ({
          id: `t${index % 7}-${index}`,
          replicas: ids
            .toSorted((a, b) => (order[a % 18] ?? 0) - (order[b % 18] ?? 0) || a - b)
            .slice(0, Math.min(factor, stay.length)),
          bytes,
        })),
        brokers: [...stay, ...more],
        leaving: new Set(more.map(({ id }) => id)),
      }
    })
