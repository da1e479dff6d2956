import type { Move, RowPhase, Step } from '../plan'
import { isFresh } from '../serving'
import type { NodeId, Proc, World } from '../world'
import { lookFor } from './look'

/**
 * Nothing of the cluster is left. Everything is killed at once, for there is nothing to hand over; a directory goes
 * when its process is gone, and a row (with its address) when a fresh look shows neither.
 */
export const removal: Step = {
  name: 'removal',
  undo: 'never',
  applies: ({ desired }) => desired.presence === 'absent',
  rows: (world) => remaining(world).map(({ node, proc }) => ({ step: 'removal', node, ...rowOf(proc) })),
  judge(world) {
    if (!isFresh(world, world.observed.processes)) return lookFor('processes')
    const left = remaining(world)
    return left.length === 0 ? { is: 'done' } : { is: 'move', moves: left.map(removalMove) }
  },
}

type Remainder = { node: NodeId; proc: Proc | null }

/** Rows, and what runs or lies there under the cluster's name without one. */
function remaining(world: World): readonly Remainder[] {
  const { processes } = world.observed
  const seen = isFresh(world, processes) ? processes.value : {}
  const ids = new Set([...world.rows.map(({ id }) => id), ...Object.keys(seen).map(Number)])
  return [...ids].toSorted((a, b) => a - b).map((node) => ({ node, proc: seen[node] ?? null }))
}

function removalMove({ node, proc }: Remainder): Move {
  if (proc !== null && proc.boot !== null) return { do: 'kill', node, boot: proc.boot, why: 'deleted' }
  return proc !== null && proc.hasDirectory ? { do: 'destroy', node } : { do: 'forget', node }
}

function rowOf(proc: Proc | null): { phase: RowPhase; why: null } {
  if (proc === null) return { phase: 'done', why: null }
  return { phase: proc.state === 'absent' ? 'removing' : 'stopping', why: null }
}
