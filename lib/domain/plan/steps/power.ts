import { LAST_CONTROLLER_GRACE_MS, STOP_DEADLINE_MS, STOP_GRACE_MS } from '../deadlines'
import { votes } from '../../node'
import type { Move, RowPhase, Step, Waiting } from '../plan'
import { isFresh, neededRows, procOf } from '../serving'
import type { Row, World } from '../world'
import { endingMove } from './ending'
import { lookFor } from './look'

/**
 * Everything is down, data kept. Brokers first: without controllers a broker asked to stop waits for minutes. Then
 * the voters, the one that leads last. No permits: all go down, so none is left to be kept in service.
 *
 * The last controller, asked to stop, waits five seconds for somebody to lead after it, and nobody is left who could.
 * Its log is flushed before anything in it counts and is read from its start at each boot, so that there is nothing
 * to end in order: it is ended by force after a moment.
 */
export const power: Step = {
  name: 'power',
  undo: 'free',
  applies: ({ desired }) => desired.presence === 'present' && desired.power === 'off',
  rows: (world) =>
    stopOrder(world).flatMap((group) =>
      group.map((row) => ({ step: 'power', node: row.id, ...rowOf(world, row) })),
    ),
  judge(world) {
    if (!isFresh(world, world.observed.processes)) return lookFor('processes')
    const group = stopOrder(world).find((rows) => rows.some((row) => isUp(world, row)))
    if (group === undefined) return { is: 'done' }
    const moves = group.flatMap((row) => stopMove(world, row) ?? [])
    if (moves.length > 0) return { is: 'move', moves }
    const node = group.find((row) => isUp(world, row))?.id ?? 0
    return { is: 'wait', why: { for: 'stop', node }, deadlineMs: STOP_DEADLINE_MS }
  },
}

const isUp = (world: World, row: Row): boolean => {
  const proc = procOf(world, row.id)
  return proc !== null && proc.state !== 'absent'
}

/** Groups that may go down together, in order. */
function stopOrder(world: World): readonly (readonly Row[])[] {
  const { quorum } = world.observed.kafka
  const leader = 'value' in quorum ? quorum.value.leader : null
  const rows = neededRows(world)
  return [
    rows.filter(({ role }) => !votes(role)),
    rows.filter(({ id, role }) => votes(role) && id !== leader),
    rows.filter(({ id, role }) => votes(role) && id === leader),
  ]
}

const stopMove = (world: World, row: Row): Move | null =>
  endingMove(world, row, isLastController(world, row) ? LAST_CONTROLLER_GRACE_MS : STOP_GRACE_MS)

/** A node that also holds partitions has those to put in order, whoever leads. */
const isLastController = (world: World, { id, role }: Row): boolean =>
  role === 'controller' && neededRows(world).every((row) => row.id === id || !isUp(world, row))

function rowOf(world: World, row: Row): { phase: RowPhase; why: Waiting | null } {
  const proc = procOf(world, row.id)
  if (proc === null) return { phase: 'waiting', why: { for: 'look', what: 'processes' } }
  if (proc.state === 'absent') return { phase: 'done', why: null }
  const stopping = proc.state === 'stopping'
  return { phase: stopping ? 'stopping' : 'waiting', why: stopping ? { for: 'stop', node: row.id } : null }
}
