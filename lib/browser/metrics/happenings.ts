import type { ListedOperation } from '@/lib/contract/console/operations'
import type { NodeDetail } from '@/lib/contract/console/nodes'
import type { Span } from './time-range'

/** What happened to a cluster, as marks on its charts. */
type Happened =
  | { is: 'operation'; at: number; operation: ListedOperation; tookMs: number | null }
  | { is: 'restart'; at: number; nodeId: number; servedAfterMs: number | null }
export type Happening = Happened & { letter: string }

/** More letters than these on one chart are no help; the newest stay. */
const HAPPENINGS_MAX = 12
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function happeningsOf(
  operations: readonly ListedOperation[],
  nodes: readonly Pick<NodeDetail, 'nodeId' | 'boots'>[],
  { from, to }: Span,
): readonly Happening[] {
  const all: Happened[] = [...operations.map(ofOperation), ...nodes.flatMap(restartsOf)]
  return all
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((one, other) => one.at - other.at)
    .slice(-HAPPENINGS_MAX)
    .map((each, place) => ({ ...each, letter: LETTERS[place] ?? '' }))
}

function ofOperation(operation: ListedOperation): Happened {
  const at = Date.parse(operation.startedAt)
  const tookMs = operation.endedAt === null ? null : Date.parse(operation.endedAt) - at
  return { is: 'operation', at, operation, tookMs }
}

/** Ends that nobody asked for; those of an operation are told by the operation. */
function restartsOf({ nodeId, boots }: Pick<NodeDetail, 'nodeId' | 'boots'>): Happened[] {
  return boots.flatMap(({ end, endedAt }, place) => {
    if (end === null || end === 'asked' || endedAt === null) return []
    const at = Date.parse(endedAt)
    // Newest first: the one before it in the list came after it.
    const next = boots[place - 1]?.servingAt ?? null
    return [{ is: 'restart', at, nodeId, servedAfterMs: next === null ? null : Date.parse(next) - at }]
  })
}
