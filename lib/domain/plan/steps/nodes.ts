import { adoptionOf } from '../adoption'
import { BOOT_DEADLINE_MS, BOOTS_MAX } from '../deadlines'
import { failedBoots } from '../ledger'
import { phaseOf } from '../phase'
import type { Move, Step, Verdict } from '../plan'
import type { Care } from '../care'
import { careFor } from '../repair'
import { neededRows, procOf, shallRun } from '../serving'
import { fencedNodes } from '../volumes'
import type { Row, World } from '../world'

/**
 * Every node has a process that answers, running what is assigned to it. All start together: voters and brokers find
 * each other in any order. The same step heals a cluster outside any operation.
 */
export const nodes: Step = {
  name: 'nodes',
  undo: 'free',
  applies: shallRun,
  rows: (world) => neededRows(world).map((row) => ({ step: 'nodes', node: row.id, ...phaseOf(world, row) })),
  judge(world) {
    const cares = neededRows(world).map((row) => ({
      row,
      care: isDownForItsVolume(world, row) ? careWhileDown(world, row) : careFor(world, row),
    }))
    const stuck = cares.map(({ care }) => care).find((care) => care.is === 'stuck')
    if (stuck !== undefined && world.operation !== null) return { is: 'stuck', why: stuck.why }
    const moves = withinBoots(world, cares)
    if (moves.length > 0) return { is: 'move', moves }
    return firstWait(world, cares) ?? (stuck === undefined ? { is: 'done' } : { is: 'stuck', why: stuck.why })
  },
}

/** One that is still on its way down is seen to its end. */
const isDownForItsVolume = (world: World, { id }: Row): boolean =>
  fencedNodes(world).has(id) && procOf(world, id)?.state === 'absent'

/** It takes what it shall run, for when it is back. */
function careWhileDown(world: World, row: Row): Care {
  const adoption = adoptionOf(world, row)
  return adoption?.is === 'move' ? adoption : { is: 'fine' }
}

/** The host boots so many JVMs at a time; those booting already count. Repairs and assignments are not held up. */
function withinBoots(world: World, cares: readonly { row: Row; care: Care }[]): readonly Move[] {
  let slots = world.bootsAllowed - cares.filter(({ row }) => isBooting(world, row)).length
  return cares.flatMap(({ care }): readonly Move[] => {
    if (care.is !== 'move') return []
    if (care.move.do !== 'start') return [care.move]
    slots -= 1
    return slots >= 0 ? [care.move] : []
  })
}

function isBooting(world: World, row: Row): boolean {
  const proc = procOf(world, row.id)
  return proc !== null && proc.state === 'starting'
}

function firstWait(world: World, cares: readonly { row: Row; care: Care }[]): Verdict | null {
  const waits = cares.flatMap(({ row, care }) => (care.is === 'wait' ? [{ row, care }] : []))
  // A node that has failed before is what all are waiting for, if there is one.
  const told = waits.find(({ row }) => failedBoots(world, row) > 0) ?? waits[0]
  if (told !== undefined) return { is: 'wait', why: told.care.why, deadlineMs: told.care.deadlineMs }
  const held = cares.find(({ care }) => care.is === 'move')
  if (held === undefined) return null
  const why = { for: 'boots', node: held.row.id, allowed: world.bootsAllowed } as const
  return { is: 'wait', why, deadlineMs: BOOT_DEADLINE_MS * BOOTS_MAX }
}
