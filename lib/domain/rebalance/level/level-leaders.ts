import type { Broker, Partition } from './broker'
import type { Layout } from './layout'
import { levelByWays, type Step } from './ways'

/** After so many times through all partitions the few that are left go by ways. */
const PASSES_MAX = 20

/**
 * The first of each list is to lead: every broker comes to be the first as often as any other, once more or less.
 * Replicas only change their order for it, and nothing is copied.
 */
export function levelLeaders(layout: Layout): void {
  const { partitions, brokers } = layout
  const all = brokers.reduce((sum, { leaders }) => sum + leaders, 0)
  const least = Math.floor(all / brokers.length)
  const most = Math.ceil(all / brokers.length)
  pass(partitions, (from, to) =>
    from.leaders > most ? to.leaders < most : from.leaders > least && to.leaders < least,
  )
  pass(partitions, (from, to) => from.leaders - to.leaders >= 2)
  levelByWays({ brokers, loadOf: ({ leaders }) => leaders, stepsFrom: leaderSteps(partitions) })
}

/** Who leaves leads nothing that somebody else could lead: for when replicas stay where they are. */
export function takeLeadersOff({ partitions }: Layout): void {
  for (const partition of partitions) {
    if (partition.replicas[0]?.stays !== false) continue
    const free = partition.replicas.filter(({ stays }) => stays)
    const [lowest] = free.toSorted((a, b) => a.leaders - b.leaders)
    if (lowest !== undefined) handOver(partition, lowest)
  }
}

/** To the follower that leads least, where that helps: which is enough for nearly all. */
function pass(partitions: readonly Partition[], helps: (from: Broker, to: Broker) => boolean): void {
  let changed = true
  for (let passes = 0; changed && passes < PASSES_MAX; passes++) {
    changed = false
    for (const partition of partitions) {
      const [first] = partition.replicas
      if (first === undefined || !first.stays) continue
      let lowest = first
      for (const broker of partition.replicas)
        if (broker.stays && broker.leaders < lowest.leaders) lowest = broker
      if (lowest === first || !helps(first, lowest)) continue
      handOver(partition, lowest)
      changed = true
    }
  }
}

function leaderSteps(
  partitions: readonly Partition[],
): (from: Broker, unseen: Set<Broker>) => readonly Step[] {
  let led: Map<Broker, Set<Partition>> | null = null
  /** One partition for each follower: way after way comes by here, and each changes but a few brokers. */
  const followers = new Map<Broker, ReadonlyMap<Broker, Partition>>()
  return (from, unseen) => {
    led ??= ledBy(partitions)
    const ledNow = led
    const next = followers.get(from) ?? followersOf(ledNow.get(from) ?? new Set())
    followers.set(from, next)
    const steps: Step[] = []
    for (const [to, partition] of next) {
      if (!unseen.delete(to)) continue
      const take = (): void => {
        handOver(partition, to)
        ledNow.get(from)?.delete(partition)
        ledNow.set(to, (ledNow.get(to) ?? new Set()).add(partition))
        followers.delete(from)
        followers.delete(to)
      }
      steps.push({ from, to, take })
    }
    return steps
  }
}

function ledBy(partitions: readonly Partition[]): Map<Broker, Set<Partition>> {
  const led = new Map<Broker, Set<Partition>>()
  for (const partition of partitions) {
    const [first] = partition.replicas
    if (first !== undefined) led.set(first, (led.get(first) ?? new Set()).add(partition))
  }
  return led
}

function followersOf(led: ReadonlySet<Partition>): ReadonlyMap<Broker, Partition> {
  const followers = new Map<Broker, Partition>()
  for (const partition of led) {
    for (const broker of partition.replicas) if (!followers.has(broker)) followers.set(broker, partition)
  }
  return followers
}

export function handOver({ replicas }: Partition, to: Broker): void {
  const [from] = replicas
  if (from === undefined) return
  replicas[replicas.indexOf(to)] = from
  replicas[0] = to
  from.leaders -= 1
  to.leaders += 1
}
