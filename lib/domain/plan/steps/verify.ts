import { VERIFY_DEADLINE_MS } from '../deadlines'
import type { Step } from '../plan'
import { isFresh, neededRows, partitionsSeen, serving, shallRun } from '../serving'
import type { PartitionIndex } from '../partitions/partition-index'
import { fencedNodes } from '../volumes'
import type { NodeId, World } from '../world'
import { lookFor } from './look'

/** The promise is kept: every partition has all its replicas in the ISR, and every node still serves. */
export const verify: Step = {
  name: 'verify',
  undo: 'never',
  applies: (world) => shallRun(world) && world.operation !== null,
  rows(world) {
    const behind = underReplicated(world)
    const why = behind === null || behind.behind === 0 ? null : ({ for: 'catchUp', ...behind } as const)
    const isDone = behind !== null && behind.behind === 0 && allServe(world)
    return [
      { step: 'verify', node: null, phase: isDone ? 'done' : why === null ? 'waiting' : 'catchingUp', why },
    ]
  },
  judge(world) {
    const behind = underReplicated(world)
    if (behind === null) return lookFor('partitions')
    if (behind.behind === 0) return { is: 'done' }
    return { is: 'wait', why: { for: 'catchUp', ...behind }, deadlineMs: VERIFY_DEADLINE_MS }
  },
  late: (world) => ({ is: 'underReplicated', partitions: underReplicated(world)?.behind ?? 0 }),
}

const allServe = (world: World): boolean =>
  neededRows(world).every((row) => fencedNodes(world).has(row.id) || serving(world, row).is === 'yes')

/** Partitions that lack a replica in the ISR, told with the first node that is missing. Null: not known. */
function underReplicated(world: World): { node: number; behind: number; total: number } | null {
  const partitions = partitionsSeen(world)
  if (partitions === null || !isFresh(world, world.observed.processes)) return null
  const fenced = fencedNodes(world)
  if (fenced.size > 0) return behindElsewhere(partitions, fenced)
  return {
    node: partitions.firstBehind ?? 0,
    behind: partitions.underReplicated,
    total: partitions.total,
  }
}

/** Replicas of brokers that are down for their volume are waited for by nobody. */
function behindElsewhere({ behind, total }: PartitionIndex, fenced: ReadonlySet<NodeId>) {
  const others = [...behind].filter(([node]) => !fenced.has(node)).toSorted(([a], [b]) => a - b)
  return {
    node: others[0]?.[0] ?? 0,
    behind: others.reduce((sum, [, partitions]) => sum + partitions, 0),
    total,
  }
}
