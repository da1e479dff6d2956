import type { Decision } from '@/lib/domain/plan/plan'
import type { World } from '@/lib/domain/plan/world'
import type { Batch } from './moves/make-moves'
import type { NamedCluster } from './world'

/**
 * How soon to look again. Quick while something is under way, for a person watches; slow otherwise, for brokers need
 * the CPU more than we do.
 */
export const PACE_MS = {
  /** Something was stored or begun that the next look builds on. */
  next: 0,
  removing: 40,
  /** The first half minute of an operation: JVMs take seconds, we must not add a tenth to it. */
  quick: 100,
  operation: 500,
  repair: 500,
  /** A move failed: the reason seldom goes away by itself at once. Starts rest for longer by the planner's own word. */
  afterFailure: 500,
  /** Times of a drill are told in tenths of a second. */
  drilled: 200,
  /** A volume is nearly full: a fast producer needs seconds for the rest. */
  filling: 300,
  idle: 1_000,
  stopped: 2_000,
  held: 5_000,
} as const

const QUICK_FOR_MS = 30_000

type Turn = { cluster: NamedCluster; world: World; decision: Decision; batch: Batch }

export function paceOf({ cluster, world, decision, batch }: Turn): number {
  if (batch.failures.length > 0) return PACE_MS.afterFailure
  if (batch.made.length > 0 && world.operation) return PACE_MS.next
  if (batch.made.some((move) => move.do === 'noteBrake')) return PACE_MS.next
  if (cluster.row.presence === 'absent') return PACE_MS.removing
  if (cluster.drill !== null) return PACE_MS.drilled
  if (decision.wants.quotas && !world.operation) return PACE_MS.filling
  if (world.operation) return isQuick(world) ? PACE_MS.quick : PACE_MS.operation
  const isSettled = decision.verdicts.every(({ verdict }) => verdict.is === 'done')
  if (!isSettled) return PACE_MS.repair
  return world.desired.power === 'off' ? PACE_MS.stopped : PACE_MS.idle
}

function isQuick({ now, operation, ledger }: World): boolean {
  const progressAt = Math.max(
    operation?.startedAt ?? 0,
    ...ledger.map(({ lastProgressAt }) => lastProgressAt),
  )
  return now - progressAt < QUICK_FOR_MS
}
