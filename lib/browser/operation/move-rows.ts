import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { MoveProgress, OperationMove } from '@/lib/contract/console/operation-moves'
import { onlyLeads } from '@/lib/domain/rebalance/proposal'
import type { MoveState } from '@/lib/domain/rebalance/copy-progress'

export type MoveRow = OperationMove & {
  state: MoveState
  /** Of one that is being copied; null where it is not, or not known. */
  copy: MoveProgress['copies'][string] | null
  /** The same replicas, led by another. */
  onlyLeads: boolean
  isPlanned: boolean
}

/** The plan with how each of it stands, and what came beside it. */
export function moveRows(planned: readonly OperationMove[], progress: MoveProgress): readonly MoveRow[] {
  const row = (move: OperationMove, state: MoveState, isPlanned: boolean): MoveRow => ({
    ...move,
    state,
    copy: progress.copies[move.id] ?? null,
    onlyLeads: onlyLeads(move),
    isPlanned,
  })
  return [
    ...planned.map((move, place) => row(move, progress.states[place] ?? 'waiting', true)),
    ...progress.further.map(({ state, ...move }) => row(move, state, false)),
  ]
}

/** What is under way first, then what waits, then what has come to its end, those that did not move before those that did. */
export const MOVE_ORDER: readonly MoveState[] = [
  'moving',
  'waiting',
  'unfinished',
  'notLed',
  'deleted',
  'notBegun',
  'calledBack',
  'there',
  'moved',
]

export const MOVES_CSV: readonly CsvColumn<MoveRow>[] = [
  { header: 'partition', valueOf: ({ id }) => id },
  { header: 'state', valueOf: ({ state }) => state },
  { header: 'from', valueOf: ({ from }) => from.join(' ') },
  { header: 'to', valueOf: ({ to }) => to.join(' ') },
  { header: 'bytes', valueOf: ({ bytes }) => bytes },
  { header: 'bytesDone', valueOf: ({ copy }) => copy?.bytesDone ?? null },
]
