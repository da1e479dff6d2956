import type { NodeId, PartitionId, PartitionSeen } from '../world'

/**
 * What the planner and the pages ask of thousands of partitions, again and again between two looks at them: counted
 * once for each look. A look never changes, so its counts are kept with it.
 */
export type PartitionIndex = {
  total: number
  offline: number
  underReplicated: number
  /** Topics of users: Kafka's and Mosaik's own begin with two underscores. */
  topics: number
  /** The first replica found outside an ISR. */
  firstBehind: NodeId | null
  placed: ReadonlyMap<NodeId, readonly Placed[]>
  behind: ReadonlyMap<NodeId, number>
  leads: ReadonlyMap<NodeId, number>
  /** Partitions whose first replica is in sync and does not lead, by that replica. */
  strayed: ReadonlyMap<NodeId, readonly PartitionId[]>
}

export type Placed = { id: PartitionId; seen: PartitionSeen }

type Partitions = Readonly<Record<PartitionId, PartitionSeen>>

const indexes = new WeakMap<Partitions, PartitionIndex>()

export function indexPartitions(partitions: Partitions): PartitionIndex {
  const known = indexes.get(partitions)
  if (known !== undefined) return known
  const index = startIndex()
  for (const [id, seen] of Object.entries(partitions)) index.add(id, seen)
  return index.keepFor(partitions)
}

/** Counts one by one, for whoever may not hold up others with all of them; `keepFor` makes it the index of a look. */
export function startIndex() {
  const placed = new Map<NodeId, Placed[]>()
  const behind = new Map<NodeId, number>()
  const leads = new Map<NodeId, number>()
  const strayed = new Map<NodeId, PartitionId[]>()
  const topics = new Set<string>()
  let total = 0
  let offline = 0
  let underReplicated = 0
  let topic = ''
  return {
    add(id: PartitionId, seen: PartitionSeen): void {
      total += 1
      if (seen.leader === null) offline += 1
      if (seen.isr.length < seen.replicas.length) underReplicated += 1
      // The partitions of a topic mostly follow each other: its name is taken out of the first of them.
      const nameEnd = id.lastIndexOf('-')
      if (nameEnd !== topic.length || !id.startsWith(topic)) {
        topic = id.slice(0, nameEnd)
        if (!topic.startsWith('__')) topics.add(topic)
      }
      const [first] = seen.replicas
      if (first !== undefined && seen.leader !== first && seen.isr.includes(first)) {
        const known = strayed.get(first)
        if (known === undefined) strayed.set(first, [id])
        else known.push(id)
      }
      const here = { id, seen }
      for (const node of seen.replicas) {
        const held = placed.get(node)
        if (held === undefined) placed.set(node, [here])
        else held.push(here)
        if (seen.leader === node) leads.set(node, (leads.get(node) ?? 0) + 1)
        if (!seen.isr.includes(node)) behind.set(node, (behind.get(node) ?? 0) + 1)
      }
    },
    keepFor(partitions: Partitions): PartitionIndex {
      const firstBehind = [...behind.keys()].toSorted((a, b) => a - b)[0] ?? null
      const sums = { total, offline, underReplicated, topics: topics.size, firstBehind }
      const index = { ...sums, placed, behind, leads, strayed }
      indexes.set(partitions, index)
      return index
    },
  }
}
