import { chooseReplicas } from './choose-replicas'
import type { Broker, Zone } from './broker'
import { lift, seat, type Layout, type LiftedReplica } from './layout'

/**
 * Within each zone the brokers come to hold as many replicas as each other, one more or less: what is too much on one
 * is lifted, and everything lifted is seated where most is missing.
 */
export function levelBrokers(layout: Layout): void {
  for (const zone of layout.zones) {
    const meanBytes = zone.bytes / zone.brokers.length
    for (const [broker, count] of givenBy(zone)) {
      const chosen = chooseReplicas(broker, broker.held, { count, bytes: broker.bytes - meanBytes })
      for (const partition of chosen) lift(layout, partition, broker, zone)
    }
  }
  const lifted = new Map(layout.zones.map((zone): [Broker, LiftedReplica[]] => [zone.unseated, []]))
  for (const replica of layout.lifted.splice(0)) {
    const { partition, place } = replica
    const at = partition.replicas[place]
    if (at !== undefined) lifted.get(at)?.push(replica)
  }
  for (const zone of layout.zones) seatAll(zone, lifted.get(zone.unseated) ?? [])
}

/** How many replicas each broker has to give, so that every other can have its least. */
function givenBy({ brokers, count, unseated }: Zone): ReadonlyMap<Broker, number> {
  const least = Math.floor(count / brokers.length)
  const most = Math.ceil(count / brokers.length)
  const given = new Map(brokers.map((broker) => [broker, Math.max(0, broker.count - most)]))
  let missing = brokers.reduce((sum, broker) => sum + Math.max(0, least - broker.count), 0) - unseated.count
  for (const more of given.values()) missing -= more
  for (const broker of brokers.toSorted((a, b) => b.bytes - a.bytes)) {
    if (missing <= 0 || broker.count <= least) continue
    given.set(broker, (given.get(broker) ?? 0) + 1)
    missing -= 1
  }
  return given
}

type Seat = {
  readonly broker: Broker
  /** Replicas it has to take, and the bytes each of them had best have. */
  room: number
  need: number
}

/** The largest first, each to the broker that has most bytes to take for each replica it has to take. */
function seatAll(zone: Zone, replicas: readonly LiftedReplica[]): void {
  const meanBytes = zone.bytes / zone.brokers.length
  const seats = seatsOf(zone, replicas.length)
  const measure = (each: Seat): void => {
    each.need = (meanBytes - each.broker.bytes) / Math.max(1, each.room)
  }
  seats.forEach(measure)
  for (const replica of replicas.toSorted((a, b) => b.partition.bytes - a.partition.bytes)) {
    const free = neediest(seats, replica)
    const broker = free?.broker ?? seatWithoutRoom(zone, replica)
    if (broker !== null) seat(replica, broker)
    if (free === null) continue
    free.room -= 1
    measure(free)
  }
}

function neediest(seats: readonly Seat[], { partition }: LiftedReplica): Seat | null {
  let best: Seat | null = null
  for (const each of seats) {
    if (each.room === 0 || (best !== null && !isNeedier(each, best))) continue
    if (!partition.replicas.includes(each.broker)) best = each
  }
  return best
}

/** Of two that need as much as each other the one that holds less beside this is taken. */
function isNeedier(one: Seat, other: Seat): boolean {
  if (one.need !== other.need) return one.need > other.need
  if (one.room !== other.room) return one.room > other.room
  return one.broker.elsewhere.replicas < other.broker.elsewhere.replicas
}

function seatsOf({ brokers, count }: Zone, waiting: number): readonly Seat[] {
  const least = Math.floor(count / brokers.length)
  const seats = brokers.map((broker): Seat => ({ broker, room: Math.max(0, least - broker.count), need: 0 }))
  let more = waiting - seats.reduce((sum, { room }) => sum + room, 0)
  const lightestFirst = seats.toSorted(
    ({ broker: a }, { broker: b }) => a.bytes - b.bytes || a.elsewhere.replicas - b.elsewhere.replicas,
  )
  for (const each of lightestFirst) {
    if (more <= 0 || each.broker.count > least) continue
    each.room += 1
    more -= 1
  }
  return seats
}

/** Whoever has room holds the partition already: back to where it was in this zone, else to whoever holds least. */
function seatWithoutRoom({ brokers }: Zone, { partition, from }: LiftedReplica): Broker | null {
  const free = brokers.filter((broker) => !partition.replicas.includes(broker))
  if (free.includes(from)) return from
  return free.reduce<Broker | null>(
    (best, each) => (best === null || each.count < best.count ? each : best),
    null,
  )
}
