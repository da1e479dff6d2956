import type { Decision } from '../plan'
import { goalOf } from '../steps/placement'
import {
  isKnown,
  type NodeId,
  type OperationView,
  type PartitionId,
  type PartitionSeen,
  type World,
} from '../world'

/**
 * What became of a partition that an operation was to move. `there`: it lay so already. `notLed`: it lies as planned,
 * and the one that shall lead it is not in sync. `unfinished`: the operation ended before it did.
 */
export const MOVE_OUTCOMES = ['moved', 'there', 'deleted', 'calledBack', 'notLed', 'unfinished'] as const
export type MoveOutcome = (typeof MOVE_OUTCOMES)[number]

/** A move that began and did not end: its replicas as they were, and as they shall be. */
export type OpenMove = { id: PartitionId; before: readonly NodeId[]; after: readonly NodeId[] }
export type EndedMove = { id: PartitionId; outcome: MoveOutcome }
export type MoveNews = { begun: readonly OpenMove[]; ended: readonly EndedMove[] }

type Sources = {
  decision: Pick<Decision, 'moves' | 'outcome'>
  /** Those that began before this decision. */
  open: readonly OpenMove[]
}

/**
 * What one decision makes of moves: which begin with it, and which of those under way this look saw at their end.
 * When the operation ends all that is open has an end, one way or the other.
 */
export function moveNews(world: World, { decision, open }: Sources): MoveNews {
  const { operation } = world
  const { partitions } = world.observed.kafka
  if (operation === null) return { begun: [], ended: [] }
  const isOver = decision.outcome.is === 'complete' || decision.outcome.is === 'fail'
  if (!isKnown(partitions)) {
    return { begun: [], ended: isOver ? open.map(({ id }) => ({ id, outcome: 'unfinished' })) : [] }
  }
  const seen = (id: PartitionId): PartitionSeen | undefined => partitions.value[id]
  const ended = open.flatMap((move): EndedMove[] => {
    const outcome =
      endOf(operation, move, seen(move.id)) ?? (isOver ? lastWord(operation, move, seen(move.id)) : null)
    return outcome === null ? [] : [{ id: move.id, outcome }]
  })
  return { begun: isOver ? [] : begunBy(operation, decision, open, seen), ended }
}

/** Partitions for which the operation had nothing to do, or could not: asked once, when it ends. `told` have an end. */
export function neverBegun(world: World, told: ReadonlySet<PartitionId>): readonly (OpenMove & EndedMove)[] {
  const { operation } = world
  const { partitions } = world.observed.kafka
  if (operation === null || operation.undoing || !isKnown(partitions)) return []
  return operation.placement.flatMap(({ id, from, to }) => {
    if (told.has(id)) return []
    const move = { id, before: from, after: to }
    const seen = partitions.value[id]
    const outcome =
      seen === undefined ? 'deleted' : lies(seen, to) ? (isLed(seen) ? 'there' : 'notLed') : null
    return outcome === null ? [] : [{ ...move, outcome }]
  })
}

function begunBy(
  operation: OperationView,
  { moves }: Pick<Decision, 'moves'>,
  open: readonly OpenMove[],
  seen: (id: PartitionId) => PartitionSeen | undefined,
): readonly OpenMove[] {
  const known = new Set(open.map(({ id }) => id))
  const planned = plannedMoves(operation)
  const begun: OpenMove[] = []
  const begin = (id: PartitionId, to: readonly NodeId[]): void => {
    if (known.has(id)) return
    known.add(id)
    const plan = planned.get(id)
    begun.push({ id, before: plan?.from ?? seen(id)?.replicas ?? [], after: plan?.to ?? to })
  }
  for (const move of moves) {
    if (move.do === 'reassign') for (const { id, to } of move.partitions) if (to !== null) begin(id, to)
    if (move.do === 'electPreferred') for (const id of move.only ?? []) begin(id, seen(id)?.replicas ?? [])
  }
  return begun
}

const plans = new WeakMap<
  OperationView['placement'],
  ReadonlyMap<PartitionId, OperationView['placement'][number]>
>()

/** Of thousands of partitions, at each look: made once for each list. */
function plannedMoves({ placement }: OperationView) {
  const known = plans.get(placement)
  if (known !== undefined) return known
  const made = new Map(placement.map((move) => [move.id, move]))
  plans.set(placement, made)
  return made
}

function endOf(
  operation: OperationView,
  { before, after }: OpenMove,
  seen: PartitionSeen | undefined,
): MoveOutcome | null {
  if (seen === undefined) return 'deleted'
  if (!lies(seen, goalOf(operation, { id: '', from: before, to: after }))) return null
  if (operation.undoing) return 'calledBack'
  return isLed(seen) ? 'moved' : null
}

const lastWord = (
  { undoing }: OperationView,
  { after }: OpenMove,
  seen: PartitionSeen | undefined,
): MoveOutcome => (seen !== undefined && !undoing && lies(seen, after) ? 'notLed' : 'unfinished')

const lies = ({ replicas, target }: PartitionSeen, where: readonly NodeId[]): boolean =>
  target === null && replicas.join() === where.join()

const isLed = ({ leader, replicas }: PartitionSeen): boolean => leader === replicas[0]
