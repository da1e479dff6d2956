import type { NodeId, PartitionId, PartitionSeen } from '../world'

/**
 * What the planner asks of thousands of partitions, again and again between two looks at them: counted once for each
 * look. A look never changes, so its counts are kept with it.
 */
export type PartitionIndex = {
  total: number
  offline: number
  underReplicated: number
  /** The first replica found outside an ISR. */
  firstBehind: NodeId | null
  placed: ReadonlyMap<NodeId, readonly Placed[]>
  behind: ReadonlyMap<NodeId, number>
}

export type Placed = { id: PartitionId; seen: PartitionSeen }

type Partitions = Readonly<Record<PartitionId, PartitionSeen>>

const indexes = new WeakMap<Partitions, PartitionIndex>()

export function indexPartitions(partitions: Partitions): PartitionIndex {
  const known = indexes.get(partitions)
  if (known !== undefined) return known
  const index = count(partitions)
  indexes.set(partitions, index)
  return index
}

function count(partitions: Partitions): PartitionIndex {
  const placed = new Map<NodeId, Placed[]>()
  const behind = new Map<NodeId, number>()
  let total = 0
  let offline = 0
  let underReplicated = 0
  for (const [id, seen] of Object.entries(partitions)) {
    total += 1
    if (seen.leader === null) offline += 1
    if (seen.isr.length < seen.replicas.length) underReplicated += 1
    for (const node of seen.replicas) {
      const held = placed.get(node)
      if (held === undefined) placed.set(node, [{ id, seen }])
      else held.push({ id, seen })
      if (!seen.isr.includes(node)) behind.set(node, (behind.get(node) ?? 0) + 1)
    }
  }
  const firstBehind = [...behind.keys()].toSorted((a, b) => a - b)[0] ?? null
  return { total, offline, underReplicated, firstBehind, placed, behind }
}
