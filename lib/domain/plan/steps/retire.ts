import { DRAINED_DEADLINE_MS, STOP_DEADLINE_MS, STOP_GRACE_MS } from '../deadlines'
import type { Move, Step, StepRow, Verdict, Waiting } from '../plan'
import { isFresh, leavingRows, partitionsSeen, procOf, shallRun } from '../serving'
import type { Proc, Row, World } from '../world'
import { endingMove } from './ending'
import { lookFor } from './look'

/**
 * Brokers that shall not be there any more go: stopped once they hold nothing, then unregistered, their directory
 * removed, their address free. One that still holds partitions runs on until somebody has moved them, also after
 * the operation that wanted it gone has ended.
 */
export const retire: Step = {
  name: 'retire',
  undo: 'costs',
  applies: (world) => shallRun(world) && world.creation === 'complete' && leavingRows(world).length > 0,
  rows: (world) => leavingRows(world).map((row) => rowOf(world, row)),
  judge(world) {
    const cares = leavingRows(world).map((row) => careFor(world, row))
    const moves = cares.flatMap((care) => (care.is === 'move' ? care.moves : []))
    if (moves.length > 0) return { is: 'move', moves }
    return cares.find((care) => care.is !== 'done') ?? { is: 'done' }
  },
}

function careFor(world: World, row: Row): Verdict {
  const proc = procOf(world, row.id)
  if (proc === null) return lookFor('processes')
  const held = heldBy(world, row)
  if (held === null) return lookFor('partitions')
  if (held !== undefined) return { is: 'wait', why: held, deadlineMs: DRAINED_DEADLINE_MS }
  return proc.boot === null ? afterwards(world, row, proc) : ending(world, row)
}

/** Undefined: it holds nothing. Null: not known. */
function heldBy(world: World, { id: node }: Row): Waiting | null | undefined {
  const partitions = partitionsSeen(world)
  if (partitions === null) return null
  const [first, ...more] = partitions.placed.get(node) ?? []
  if (first === undefined) return undefined
  return { for: 'drained', node, partitions: more.length + 1, partition: first.id }
}

function ending(world: World, row: Row): Verdict {
  const move = endingMove(world, row, STOP_GRACE_MS)
  if (move !== null) return { is: 'move', moves: [move] }
  return { is: 'wait', why: { for: 'stop', node: row.id }, deadlineMs: STOP_DEADLINE_MS }
}

/**
 * The registration goes before the directory: else nobody would know any more that it is to go. Before Kafka 4.0 a
 * broker that is down is not told of, so it is always asked for.
 */
function afterwards(world: World, { id: node }: Row, { hasDirectory }: Proc): Verdict {
  const { brokers } = world.observed.kafka
  if (!isFresh(world, brokers)) return lookFor('brokers')
  const unregister: Move = { do: 'unregister', node }
  if (hasDirectory) return { is: 'move', moves: [unregister, { do: 'destroy', node }] }
  return { is: 'move', moves: [brokers.value[node] === undefined ? { do: 'forget', node } : unregister] }
}

function rowOf(world: World, row: Row): StepRow {
  const base = { step: 'retire', node: row.id } as const
  const proc = procOf(world, row.id)
  if (proc === null) return { ...base, phase: 'waiting', why: { for: 'look', what: 'processes' } }
  const held = heldBy(world, row)
  if (proc.state === 'stopping') return { ...base, phase: 'stopping', why: { for: 'stop', node: row.id } }
  if (held !== undefined)
    return { ...base, phase: 'waiting', why: held ?? { for: 'look', what: 'partitions' } }
  return { ...base, phase: 'removing', why: null }
}
