import type { Permission } from './cluster'

/** Slower than this nothing arrives, and faster a throttle is none. Bytes a second. */
export const COPY_RATE_MIN = 64 * 1024
export const COPY_RATE_MAX = 2_000_000_000

type Standing = {
  kind: string
  isOver: boolean
  isUndoing: boolean
  /** Somebody asked for it already. */
  isTakenBack: boolean
  /** The release is finalized: the one before could not read what is written. */
  isFinalized: boolean
  movesPartitions: boolean
}

const yes: Permission = { may: true }
const no = (why: string): Permission => ({ may: false, why })

/** One truth for "may I?", as for clusters: it decides over the button and is asserted by the verb. */
export const operationCan = {
  /** Whether it is still possible is for the planner to say at that moment: features may be raised meanwhile. */
  takeBack: ({ kind, isOver, isUndoing, isTakenBack, isFinalized }: Standing): Permission => {
    if (isOver) return no('The operation is over.')
    if (kind !== 'UPDATE') return no('Only a change of a running cluster can be taken back.')
    if (isFinalized)
      return no('The new release is finalized, and the one before could not read what is written.')
    return isUndoing || isTakenBack ? no('It is being taken back already.') : yes
  },
  pause: ({ isOver, kind, isUndoing }: Standing): Permission => {
    if (isOver) return no('The operation is over.')
    if (kind !== 'UPDATE') return no('Only a change of a running cluster can be paused.')
    return isUndoing ? no('It is being taken back.') : yes
  },
  steerMoves: ({ isOver, movesPartitions }: Standing): Permission => {
    if (isOver) return no('The operation is over.')
    return movesPartitions ? yes : no('The operation copies no partitions.')
  },
} as const satisfies Record<string, (standing: Standing) => Permission>
