import { mayChangeZone, type Broker, type Partition, type Zone } from './broker'
import { bySize } from './choose-replicas'
import { moveReplica, type Layout } from './layout'
import { smallestTrade, trade, type Trade } from './trade'

/** One broker this share above the mean and one as much below it are within a tenth: closer is not worth a copy. */
const TOLERANCE = 0.05
/** A trade takes over at most this share of the difference, so that it at least halves it. */
const PART = 0.75

/**
 * Where replicas are level and bytes are not, larger ones change places with smaller ones: within zones first, then
 * between them as far as partitions may. Every trade brings two brokers closer, so that it comes to an end.
 */
export function levelBytes({ brokers, zones, isBound }: Layout): void {
  for (const { brokers: ofZone } of zones)
    levelAmong(ofZone, isBound, (over, under) => over.zone === under.zone)
  if (!isBound) levelAmong(brokers, isBound, (over, under) => over.zone !== under.zone)
}

function levelAmong(
  brokers: readonly Broker[],
  isBound: boolean,
  mayTrade: (over: Broker, under: Broker) => boolean,
): void {
  const mean = brokers.reduce((sum, { bytes }) => sum + bytes, 0) / brokers.length
  const movable = movableBySize(isBound)
  for (let changed: ReadonlySet<Broker> = new Set(brokers); changed.size > 0;) {
    const now = new Set<Broker>()
    const falling = brokers.toSorted((a, b) => b.bytes - a.bytes)
    for (const over of falling) {
      for (const under of falling.toReversed()) {
        if (over.bytes <= mean || under.bytes >= mean || (isLevel(over, mean) && isLevel(under, mean)))
          continue
        const isNew = changed.has(over) || changed.has(under) || now.has(over) || now.has(under)
        if (!isNew || !mayTrade(over, under)) continue
        const sides = { small: movable.between(under, over), large: movable.between(over, under) }
        if (!tradeBetween({ over, under }, sides, mean)) continue
        for (const broker of [over, under]) {
          movable.forget(broker)
          now.add(broker)
        }
      }
    }
    changed = now
  }
}

const isLevel = ({ bytes }: { bytes: number }, mean: number): boolean =>
  Math.abs(bytes - mean) <= mean * TOLERANCE

type Pair = { readonly over: Broker; readonly under: Broker }
type Sides = { readonly small: readonly Partition[]; readonly large: readonly Partition[] }

function tradeBetween({ over, under }: Pair, sides: Sides, mean: number): boolean {
  const excess = over.bytes - mean
  const deficit = mean - under.bytes
  const wanted = Math.min(excess, deficit, Math.max(excess, deficit) - mean * TOLERANCE)
  // One more than the other: a single replica may go, which copies less than two do.
  const single = over.count > under.count ? sides.large.findLast(({ bytes }) => bytes <= wanted) : undefined
  if (single !== undefined && single.bytes > 0) {
    moveReplica(single, over, under)
    return true
  }
  const trades = trade(sides, wanted)
  const coarse = trades.length === 0 ? smallestTrade(sides, wanted) : null
  if (coarse !== null && isWorthIt(coarse, { over, under }, mean)) trades.push(coarse)
  for (const { small, large } of trades) {
    moveReplica(large, over, under)
    moveReplica(small, under, over)
  }
  return trades.length > 0
}

function isWorthIt({ small, large }: Trade<Partition>, { over, under }: Pair, mean: number): boolean {
  const bytes = large.bytes - small.bytes
  const difference = over.bytes - under.bytes
  if (bytes <= difference * PART) return true
  const after = [{ bytes: over.bytes - bytes }, { bytes: under.bytes + bytes }]
  return bytes < difference && after.every((broker) => isLevel(broker, mean))
}

/** What one broker holds and another may hold instead, by size. Asked again and again, so what it can is kept. */
function movableBySize(isBound: boolean) {
  const kept = new Map<Broker, Map<Zone | null, readonly Partition[]>>()
  const toZone = (from: Broker, zone: Zone | null): readonly Partition[] => {
    const ofBroker = kept.get(from) ?? new Map<Zone | null, readonly Partition[]>()
    kept.set(from, ofBroker)
    const isFree = (partition: Partition): boolean =>
      zone !== null && mayChangeZone(partition, from.zone, zone)
    const list = ofBroker.get(zone) ?? bySize(from.held.filter(isFree))
    ofBroker.set(zone, list)
    return list
  }
  const between = (from: Broker, to: Broker): readonly Partition[] => {
    const list = toZone(from, to.zone)
    // No partition lies in one zone twice.
    if (isBound) return list
    // Trades with others may have changed what may go there since the list was made.
    const mayGo = (partition: Partition): boolean =>
      !partition.replicas.includes(to) && (to.zone === null || mayChangeZone(partition, from.zone, to.zone))
    return list.filter(mayGo)
  }
  return { between, forget: (broker: Broker): void => void kept.delete(broker) }
}
