import { replicasIn, type Broker, type Partition, type Zone } from './level/broker'
import type { Layout } from './level/layout'

/**
 * Every partition comes to have so many replicas. New ones come last in their lists, in zones that have fewest of
 * them, on brokers that hold least; the leader goes only where it cannot stay.
 */
export function setReplicationFactor(layout: Layout, factor: number): void {
  for (const partition of layout.partitions) {
    while (partition.replicas.length > factor) removeOne(partition)
    for (let added = true; added && partition.replicas.length < factor;) added = addOne(layout, partition)
  }
}

/** Why it cannot be had of so many brokers; null when it can. */
export function factorProblem(factor: number, brokers: number): string | null {
  if (!Number.isInteger(factor) || factor < 1) return 'A replication factor is a whole number, 1 or more.'
  if (factor <= brokers) return null
  const needed = factor === 1 ? '1 broker' : `${factor} brokers`
  return `A replication factor of ${factor} needs ${needed}, and ${brokers === 1 ? '1 is' : `${brokers} are`} there.`
}

function addOne({ zones }: Layout, partition: Partition): boolean {
  const order = zones.toSorted(
    (a, b) => replicasIn(partition, a) - replicasIn(partition, b) || loadOf(a) - loadOf(b),
  )
  const broker = order.map((zone) => emptiest(zone, partition)).find((each) => each !== null)
  if (!broker) return false
  partition.replicas.push(broker)
  broker.take(partition)
  return true
}

/** Replicas of each broker of the zone, whatever they are of, were they level. */
const loadOf = ({ brokers }: Zone): number =>
  brokers.reduce((sum, { share }) => sum + share.replicas, 0) / brokers.length

function emptiest({ brokers }: Zone, partition: Partition): Broker | null {
  let best: Broker | null = null
  for (const broker of brokers) {
    if (partition.replicas.includes(broker)) continue
    if (best === null || compareLoad(broker, best) < 0) best = broker
  }
  return best
}

/** What leaves or is gone goes first, then whatever shares its zone with most others, then from the fullest broker. */
function removeOne(partition: Partition): void {
  const followers = partition.replicas.slice(1)
  const [leader] = partition.replicas
  const candidates = leader !== undefined && !leader.stays ? partition.replicas : followers
  const [broker] = candidates.toSorted(
    (a, b) =>
      Number(a.stays) - Number(b.stays) ||
      replicasIn(partition, b.zone) - replicasIn(partition, a.zone) ||
      compareLoad(b, a) ||
      b.id - a.id,
  )
  if (broker === undefined) return
  partition.replicas.splice(partition.replicas.indexOf(broker), 1)
  broker.drop(partition)
  if (broker !== leader) return
  broker.leaders -= 1
  const [next] = partition.replicas
  if (next !== undefined) next.leaders += 1
}

const compareLoad = (a: Broker, b: Broker): number =>
  a.share.replicas - b.share.replicas || a.share.bytes - b.share.bytes
