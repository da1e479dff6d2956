import { servesClients, type NodeRole } from '../node'
import { SERVED_MS, SOAK_MS } from './deadlines'
import { pastTime } from './past'
import type { PartitionIndex, Placed } from './partitions/partition-index'
import { followed, isFresh, partitionsSeen, procOf, serving } from './serving'
import type { PartitionId, Row, World } from './world'

/**
 * Which specifications are known to be good. An unproven one has one carrier at a time, so that a poisonous revision
 * costs one node and is taken back there. Proof is one boot that serves for a soak, is back in the ISR of all its
 * partitions, and has a witness: one of the partitions it held when the specification was assigned to it.
 */

export const kindKey = (role: NodeRole, kind: string): string => `${role}:${kind}`

/** A generation no longer stored is a kind of its own: nobody proved it. */
export function kindOf(world: World, row: Row): string | null {
  if (row.assigned === null) return null
  return world.specifications[row.assigned.generation]?.[row.id]?.kind ?? row.assigned.hash
}

/** What ran before the operation: it is where an undo goes, and counts as proven. */
export function sourceKinds(world: World): readonly string[] {
  const source = world.operation?.sourceGeneration ?? null
  if (source === null) return []
  const names = world.specifications[source]
  return world.rows.flatMap((row) => {
    const name = names?.[row.id]
    return name === undefined ? [] : [kindKey(row.role, name.kind)]
  })
}

export function isProven(world: World, role: NodeRole, kind: string): boolean {
  const key = kindKey(role, kind)
  return world.creation === 'pending' || world.proven.has(key) || sourceKinds(world).includes(key)
}

/** Others to which this kind is assigned. */
export const otherCarriers = (world: World, row: Row, kind: string): readonly Row[] =>
  world.rows
    .filter(({ id, role }) => id !== row.id && role === row.role)
    .filter((other) => kindOf(world, other) === kind)

/**
 * The partitions that will prove an assignment: those it follows now, else those placed on it. A partition without
 * other replicas is no witness: its only member never leaves the ISR, so it cannot be seen to come back. Null: not
 * known.
 */
export function witnessFor(world: World, row: Row): readonly PartitionId[] | null {
  if (!servesClients(row.role)) return []
  const partitions = partitionsSeen(world)
  if (partitions === null) return null
  const able = testifying(partitions, row)
  const followedNow = able.filter(({ seen }) => seen.isr.includes(row.id))
  return (followedNow.length > 0 ? followedNow : able).slice(0, WITNESSES_MAX).map(({ id }) => id)
}

const testifying = (partitions: PartitionIndex, row: Row): readonly Placed[] =>
  (partitions.placed.get(row.id) ?? []).filter(({ seen }) => seen.replicas.length > 1)

const WITNESSES_MAX = 20

export type ProofState =
  | { is: 'proven' }
  | { is: 'soaking'; untilAt: number }
  | { is: 'catchingUp'; behind: number; total: number }
  /** It serves, but no record of Mosaik's own came through it yet. */
  | { is: 'unchecked' }
  /** It serves, but holds nothing that could testify. */
  | { is: 'noWitness' }
  | { is: 'notServing' }
  | { is: 'unknown' }

/** How far the boot a node runs now has proven the specification assigned to it. */
export function proofOf(world: World, row: Row): ProofState {
  const proc = procOf(world, row.id)
  if (proc === null) return { is: 'unknown' }
  const state = serving(world, row)
  if (state.is === 'unknown') return { is: 'unknown' }
  const runsAssigned = row.assigned !== null && proc.startedWith?.hash === row.assigned.hash
  if (state.is === 'no' || !runsAssigned || proc.startedAt === null) return { is: 'notServing' }
  if (servesClients(row.role)) {
    const follows = followed(world, row.id)
    if (follows === null) return { is: 'unknown' }
    if (follows.behind > 0) return { is: 'catchingUp', ...follows }
  }
  const began = pastTime(world.now, proc.startedAt, world.evidenceSince)
  const untilAt = Math.max(began + SOAK_MS, servingSince(world, row) + SERVED_MS)
  // The look may be a little old: what it proves ends when it was made.
  if (seenAt(world) < untilAt) return { is: 'soaking', untilAt }
  if (!isChecked(world, row, began)) return { is: 'unchecked' }
  return testifies(world, row) ? { is: 'proven' } : { is: 'noWitness' }
}

/** Mosaik's own client wrote through this boot and read back what it wrote; true too where nobody could. */
function isChecked({ observed: { canary } }: World, row: Row, startedAt: number): boolean {
  if (!servesClients(row.role) || canary?.state !== 'running') return true
  return (canary.through[row.id] ?? 0) >= startedAt
}

function seenAt(world: World): number {
  const { processes } = world.observed
  return isFresh(world, processes) ? processes.at : 0
}

/** After a slow boot the soak from the process start is over at once: it shall at least have been seen to serve. */
function servingSince(world: World, row: Row): number {
  const entry = world.ledger.find(
    ({ node, generation }) => node === row.id && generation === row.assigned?.generation,
  )
  return pastTime(world.now, entry?.lastProgressAt ?? 0, world.evidenceSince)
}

function testifies(world: World, row: Row): boolean {
  if (!servesClients(row.role)) return true
  const partitions = partitionsSeen(world)
  if (partitions === null) return false
  const able = testifying(partitions, row)
  const named = able.filter(({ id }) => row.witness.includes(id))
  // The topics of all witnesses may have been deleted meanwhile; then whatever else it holds testifies.
  return (named.length > 0 ? named : able).some(({ seen }) => seen.isr.includes(row.id))
}
