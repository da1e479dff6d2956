import type { OperationSummary } from '@/lib/contract/console/clusters'
import type { RowPhase } from '@/lib/domain/plan/plan'
import type { Lane } from './lanes'

type Kind = OperationSummary['kind']

const UP = ['starting', 'recovering', 'joining', 'catchingUp', 'done'] as const
const RESTART = ['stopping', ...UP] as const

/** The phases a node goes through in an operation of this kind, in order. A node may pass one without a stay. */
export const PHASES_OF: Record<Kind, readonly RowPhase[]> = {
  CREATE: UP,
  START: UP,
  STOP: ['stopping', 'done'],
  DELETE: ['stopping', 'removing', 'done'],
  UPDATE: RESTART,
  REBOOT: RESTART,
}

export type PhaseMark = 'passed' | 'current' | 'reached' | 'failed' | 'ahead'

/** One mark a phase. Passed are those before the furthest that was seen; the last one reached is the end. */
export function phaseMarks(kind: Kind, lane: Pick<Lane, 'phase' | 'phases'>): PhaseMark[] {
  const order = PHASES_OF[kind]
  if (lane.phase === 'done')
    return order.map((_, place) => (place === order.length - 1 ? 'reached' : 'passed'))
  const here = Math.max(-1, order.indexOf(lane.phase))
  const furthest = lane.phase === 'failed' ? furthestPlace(order, lane) : here
  return order.map((_, place) => {
    if (place < furthest) return 'passed'
    if (place > furthest) return 'ahead'
    return lane.phase === 'failed' ? 'failed' : 'current'
  })
}

const furthestPlace = (order: readonly RowPhase[], { phases }: Pick<Lane, 'phases'>): number =>
  Math.max(0, ...phases.map(({ phase }) => order.indexOf(phase)))
