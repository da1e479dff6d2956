import type { PlacedPartition, RebalanceQuestion } from '../question'
import { Broker, compareIds, Zone, type Partition } from './broker'

/** Partitions, brokers and zones while replicas are shoved about. Everything is in the order of ids. */
export type Layout = {
  readonly partitions: readonly Partition[]
  /** Those that stay. */
  readonly brokers: readonly Broker[]
  /** Those that leave or are gone. */
  readonly leaving: readonly Broker[]
  /** Those in which a broker stays. */
  readonly zones: readonly Zone[]
  /**
   * Every partition has as many replicas as there are zones: one in each, and none of them may leave its zone. So it
   * mostly is, and then nothing need be tried between zones.
   */
  readonly isBound: boolean
  /** Replicas that were lifted and are not seated yet. */
  readonly lifted: LiftedReplica[]
}

export type LiftedReplica = { readonly partition: Partition; readonly place: number; readonly from: Broker }

export function layOut({ partitions, others = [], brokers, leaving }: RebalanceQuestion): Layout {
  const zones = new Map<string, Zone>()
  for (const { id, zoneId } of brokers) if (!leaving.has(id)) zones.set(zoneId, new Zone(zoneId))
  const known = new Map<number, Broker>()
  for (const { id, zoneId } of brokers.toSorted(compareIds)) {
    const broker = new Broker({ id, zone: zones.get(zoneId) ?? null, zoneId, stays: !leaving.has(id) })
    known.set(id, broker)
    if (broker.stays) broker.zone?.brokers.push(broker)
  }
  const brokerOf = (id: number): Broker => {
    const broker = known.get(id) ?? new Broker({ id, zone: null, zoneId: null, stays: false })
    known.set(id, broker)
    return broker
  }
  const placed = partitions.map((given): Partition => {
    const { id, replicas, bytes, ledBy = null } = given
    return { id, given: replicas, bytes: bytes ?? 0, ledBy, replicas: replicas.map(brokerOf), atRound: null }
  })
  placed.sort(compareIds)
  for (const partition of placed) for (const broker of partition.replicas) broker.take(partition)
  for (const { replicas } of placed) if (replicas[0]) replicas[0].leaders += 1
  for (const each of others) holdElsewhere(each, brokerOf)
  const all = [...known.values()].toSorted(compareIds)
  for (const broker of all) broker.remember()
  for (const { ledBy, replicas } of placed) {
    if (ledBy === null) continue
    replicas[0]?.correctLeadersBefore(-1)
    brokerOf(ledBy).correctLeadersBefore(1)
  }
  return {
    partitions: placed,
    brokers: all.filter(({ stays }) => stays),
    leaving: all.filter(({ stays }) => !stays),
    zones: [...zones.values()].toSorted(compareIds),
    isBound: isBoundTo(placed, zones.size),
    lifted: [],
  }
}

const isBoundTo = (partitions: readonly Partition[], zones: number): boolean =>
  partitions.every(({ replicas }) => replicas.length === zones)

/** The same once partitions have more or fewer replicas than before. */
export const withOtherFactors = (layout: Layout): Layout => ({
  ...layout,
  isBound: isBoundTo(layout.partitions, layout.zones.length),
})

function holdElsewhere({ replicas, bytes }: PlacedPartition, brokerOf: (id: number) => Broker): void {
  for (const [place, id] of replicas.entries()) {
    const { elsewhere } = brokerOf(id)
    elsewhere.replicas += 1
    elsewhere.bytes += bytes ?? 0
    if (place === 0) elsewhere.leaders += 1
  }
}

/**
 * Takes a replica off its broker, for some broker of the zone. That settles how much the zone holds; to seat it
 * settles how much the broker holds.
 */
export function lift({ lifted }: Layout, partition: Partition, from: Broker, zone: Zone): void {
  const place = partition.replicas.indexOf(from)
  replace(partition, place, zone.unseated)
  lifted.push({ partition, place, from })
}

export const seat = ({ partition, place }: LiftedReplica, to: Broker): void => replace(partition, place, to)

/** Whatever is lifted already may be sent to another zone: it is copied in any case. */
export const resend = ({ partition, place }: LiftedReplica, zone: Zone): void =>
  replace(partition, place, zone.unseated)

export const moveReplica = (partition: Partition, from: Broker, to: Broker): void =>
  replace(partition, partition.replicas.indexOf(from), to)

function replace(partition: Partition, place: number, to: Broker): void {
  const { replicas } = partition
  const from = replicas[place]
  if (from === undefined) return
  partition.atRound ??= [...replicas]
  from.drop(partition)
  replicas[place] = to
  to.take(partition)
  if (place > 0) return
  from.leaders -= 1
  to.leaders += 1
}

/** Whether anything lies elsewhere than when this was asked last. */
export function hasChanged({ partitions }: Layout): boolean {
  let changed = false
  for (const partition of partitions) {
    const { atRound, replicas } = partition
    if (atRound === null) continue
    if (replicas.some((broker, place) => broker !== atRound[place])) changed = true
    partition.atRound = null
  }
  return changed
}
