import { replicasIn, type Broker, type Partition, type Zone } from './broker'
import { lift, type Layout } from './layout'

/**
 * Lifts everything off brokers that leave. It stays in its zone unless the partition would lie in more zones
 * elsewhere. With fewer brokers than replicas one is left where it is: a replication factor never changes here.
 */
export function evacuate(layout: Layout): void {
  for (const broker of layout.leaving) {
    for (const partition of broker.held) {
      const zone = zoneFor(layout.zones, partition, broker)
      if (zone !== null) lift(layout, partition, broker, zone)
    }
  }
}

/** Where fewest of its replicas are, its own zone before others, and then where brokers hold least. */
function zoneFor(zones: readonly Zone[], partition: Partition, { zone: own }: Broker): Zone | null {
  let best: Zone | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const zone of zones) {
    const others = replicasIn(partition, zone) - (zone === own ? 1 : 0)
    if (others >= zone.brokers.length || others > fewest) continue
    const isBetter =
      best === null || others < fewest || zone === own || (best !== own && zone.level < best.level)
    if (!isBetter) continue
    best = zone
    fewest = others
  }
  return best
}
