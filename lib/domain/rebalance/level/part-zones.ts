import { replicasIn, type Broker, type Partition, type Zone } from './broker'
import { lift, type Layout } from './layout'

/** Replicas that share a zone part where there is a zone without one: a zone that fails takes as few as possible. */
export function partZones(layout: Layout): void {
  for (const partition of layout.partitions) {
    let empty = emptyZone(layout.zones, partition)
    while (empty !== null) {
      const crowded = fullestOfCrowded(partition)
      if (crowded === null) break
      lift(layout, partition, crowded, empty)
      empty = emptyZone(layout.zones, partition)
    }
  }
}

/** Of the replicas that share a zone the one on the fullest broker goes, and rather a follower than the leader. */
function fullestOfCrowded(partition: Partition): Broker | null {
  let fullest: Broker | null = null
  for (const broker of partition.replicas) {
    const { zone } = broker
    if (zone === null || broker === zone.unseated || replicasIn(partition, zone) < 2) continue
    if (fullest === null || broker.count >= fullest.count) fullest = broker
  }
  return fullest
}

function emptyZone(zones: readonly Zone[], partition: Partition): Zone | null {
  let best: Zone | null = null
  for (const zone of zones) {
    if (replicasIn(partition, zone) > 0) continue
    if (best === null || zone.level < best.level) best = zone
  }
  return best
}
