import { isKnown, type KafkaObservation, type NodeId } from '@/lib/domain/plan/world'

/** What pages tell about partitions, counted once per look: a cluster may have thousands. */
export type PartitionCounts = {
  partitions: number
  offline: number
  underReplicated: number
  /** Topics of users: Kafka's and Mosaik's own begin with two underscores. */
  topics: number
  byNode: ReadonlyMap<NodeId, { leads: number; inSync: number; replicas: number }>
}

type Section = KafkaObservation['partitions']

/** Partitions are looked at seldom while nothing happens; what was seen longer ago than this is not shown. */
const SHOWN_FOR_MS = 90_000

const counted = new WeakMap<object, PartitionCounts>()

export function partitionCounts(section: Section, now: number): PartitionCounts | null {
  if (!isKnown(section) || now - section.at > SHOWN_FOR_MS) return null
  const known = counted.get(section.value)
  if (known) return known
  const counts = count(section.value)
  counted.set(section.value, counts)
  return counts
}

function count(partitions: Extract<Section, { at: number }>['value']): PartitionCounts {
  const byNode = new Map<NodeId, { leads: number; inSync: number; replicas: number }>()
  const topics = new Set<string>()
  const totals = { partitions: 0, offline: 0, underReplicated: 0 }
  for (const [id, { leader, replicas, isr }] of Object.entries(partitions)) {
    totals.partitions += 1
    if (leader === null) totals.offline += 1
    if (isr.length < replicas.length) totals.underReplicated += 1
    if (!id.startsWith('__')) topics.add(id.slice(0, id.lastIndexOf('-')))
    for (const node of replicas) {
      const sums = byNode.get(node) ?? { leads: 0, inSync: 0, replicas: 0 }
      sums.replicas += 1
      if (leader === node) sums.leads += 1
      if (isr.includes(node)) sums.inSync += 1
      byNode.set(node, sums)
    }
  }
  return { ...totals, topics: topics.size, byNode }
}
