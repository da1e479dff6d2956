import type { Broker } from './broker'

/** One thing that one broker hands on to another. */
export type Step = { readonly from: Broker; readonly to: Broker; readonly take: () => void }

type Graph = {
  readonly brokers: readonly Broker[]
  readonly loadOf: (broker: Broker) => number
  /** One step to each of the unseen that there is a step to; it takes them out of the unseen. */
  readonly stepsFrom: (broker: Broker, unseen: Set<Broker>) => readonly Step[]
}

/**
 * Where no broker may hand anything to one that has two less, a chain of brokers may: each hands something to the
 * next. Goes the shortest such ways until there are none, and then no other order would be more level (the argument
 * of augmenting paths). On a shortest way no partition is needed twice, for there would be a shorter one.
 */
export function levelByWays({ brokers, loadOf, stepsFrom }: Graph): void {
  // A broker that nobody can help cannot help anybody on the ways from others either.
  const open = new Set(brokers)
  while (open.size > 1) {
    const [source] = [...open].toSorted((a, b) => loadOf(b) - loadOf(a))
    if (source === undefined) return
    const lowest = Math.min(...[...open].map(loadOf))
    if (loadOf(source) - lowest < 2) return
    const { cameBy, end } = search(source, open, { loadOf, stepsFrom })
    if (end === null) for (const broker of [source, ...cameBy.keys()]) open.delete(broker)
    else for (let step = cameBy.get(end); step !== undefined; step = cameBy.get(step.from)) step.take()
  }
}

type Found = { cameBy: ReadonlyMap<Broker, Step>; end: Broker | null }

/** Broker by broker, the nearest first; of those as near as each other to the one with the lowest load. */
function search(source: Broker, open: ReadonlySet<Broker>, graph: Omit<Graph, 'brokers'>): Found {
  const { loadOf, stepsFrom } = graph
  const unseen = new Set(open)
  unseen.delete(source)
  const cameBy = new Map<Broker, Step>()
  for (let ring: readonly Broker[] = [source]; ring.length > 0;) {
    const next: Broker[] = []
    let end: Broker | null = null
    for (const broker of ring) {
      for (const step of stepsFrom(broker, unseen)) {
        cameBy.set(step.to, step)
        next.push(step.to)
        if (loadOf(step.to) <= loadOf(source) - 2 && (end === null || loadOf(step.to) < loadOf(end)))
          end = step.to
      }
      if (unseen.size === 0) break
    }
    if (end !== null) return { cameBy, end }
    ring = next
  }
  return { cameBy, end: null }
}
