import type { Care } from './care'
import { BOOTS_MAX, LOOK_DEADLINE_MS, PERMIT_DEADLINE_MS } from './deadlines'
import { failedBoots } from './ledger'
import { isProven, otherCarriers, witnessFor } from './proof'
import { desiredNode } from './serving'
import type { Row, World } from './world'

/**
 * A node that is down takes the specification that shall be, if that one is proven or its own has failed for good.
 * Else a poison assigned to it would be started for ever and the undo never reached; an unproven one, though, is
 * given by `roll` alone, to one carrier at a time.
 */
export function adoptionOf(world: World, row: Row): Care | null {
  const desired = desiredNode(world, row.id)
  if (desired === undefined || row.assigned?.hash === desired.hash) return null
  const to = { generation: world.desired.generation, hash: desired.hash }
  // One that never held anything has nothing to lose: it waits for nobody's proof, and proves nothing itself.
  const isNew = row.assigned === null && !row.formatted
  if (isProven(world, row.role, desired.kind) || isNew) {
    return { is: 'move', move: { do: 'assign', node: row.id, to, witness: witnessFor(world, row) ?? [] } }
  }
  if (row.assigned !== null && failedBoots(world, row) < BOOTS_MAX) return null
  const carrier = otherCarriers(world, row, desired.kind)[0]
  if (carrier !== undefined) {
    return {
      is: 'wait',
      why: { for: 'turn', node: row.id, behind: carrier.id },
      deadlineMs: PERMIT_DEADLINE_MS,
    }
  }
  const witness = witnessFor(world, row)
  if (witness === null) {
    return { is: 'wait', why: { for: 'look', what: 'partitions' }, deadlineMs: LOOK_DEADLINE_MS }
  }
  return { is: 'move', move: { do: 'assign', node: row.id, to, witness } }
}
