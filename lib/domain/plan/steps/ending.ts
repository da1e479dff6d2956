import { standsSince } from '../ledger'
import type { Move } from '../plan'
import { procOf } from '../serving'
import type { Row, World } from '../world'

/** Asked to stop, then waited for, and ended by force once it takes longer than it may. Null: it is waited for, or down. */
export function endingMove(world: World, row: Row, graceMs: number): Move | null {
  const proc = procOf(world, row.id)
  if (proc === null || proc.boot === null) return null
  if (proc.state !== 'stopping') return { do: 'stop', node: row.id, boot: proc.boot }
  // Forced out of a recovery it would only begin that anew.
  const isLate = world.now - standsSince(world, row) >= graceMs && proc.recoveryProgress === null
  return isLate ? { do: 'kill', node: row.id, boot: proc.boot, why: 'lateStop' } : null
}
