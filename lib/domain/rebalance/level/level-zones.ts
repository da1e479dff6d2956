import { chooseReplicas } from './choose-replicas'
import { mayChangeZone, type Broker, type Partition, type Zone } from './broker'
import { lift, resend, type Layout } from './layout'

/**
 * Zones whose brokers would hold more give to those whose brokers would hold less, as far as partitions have fewer
 * replicas than there are zones, or more. Whatever is copied in any case goes first.
 */
export function levelZones(layout: Layout): void {
  if (layout.isBound) return
  for (let moved = true; moved;) {
    moved = false
    for (const zone of layout.zones.toSorted((a, b) => b.level - a.level)) {
      moved = give(layout, zone) || moved
    }
  }
}

/** One replica more in the one and less in the other leaves their brokers closer to each other. */
const isFuller = (zone: Zone, other: Zone): boolean => Math.ceil(zone.level) - Math.floor(other.level) >= 2

function give(layout: Layout, zone: Zone): boolean {
  const takers = layout.zones.filter((other) => isFuller(zone, other))
  if (takers.length === 0) return false
  const together = [zone, ...takers]
  const level = Math.floor(
    sum(together, ({ count }) => count) / sum(together, ({ brokers }) => brokers.length),
  )
  const before = zone.count
  const surplus = (): number => zone.count - level * zone.brokers.length
  for (const waiting of layout.lifted) {
    if (waiting.partition.replicas[waiting.place] !== zone.unseated || surplus() <= 0) continue
    const taker = takerFor(waiting.partition, zone, takers)
    if (taker !== null) resend(waiting, taker)
  }
  const meanBytes = sum(layout.zones, ({ bytes }) => bytes) / layout.brokers.length
  const givers = zone.brokers.toSorted((a, b) => b.count - a.count)
  const giveOff = (broker: Broker, count: number): void => {
    if (count <= 0) return
    const free = broker.held.filter((partition) => takerFor(partition, zone, takers) !== null)
    for (const partition of chooseReplicas(broker, free, { count, bytes: broker.bytes - meanBytes })) {
      const taker = takerFor(partition, zone, takers)
      if (taker !== null) lift(layout, partition, broker, taker)
    }
  }
  for (const broker of givers) giveOff(broker, Math.min(surplus(), broker.count - level))
  for (const broker of givers) giveOff(broker, surplus())
  return zone.count < before
}

function takerFor(partition: Partition, from: Zone, takers: readonly Zone[]): Zone | null {
  let best: Zone | null = null
  for (const zone of takers) {
    if (best !== null && zone.level >= best.level) continue
    if (isFuller(from, zone) && mayChangeZone(partition, from, zone)) best = zone
  }
  return best
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0)
