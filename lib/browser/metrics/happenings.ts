import { grouped } from '@/lib/domain/metrics/grouped'
import type { TopicChange } from '@/lib/contract/console/topics'
import type { AlarmRing } from '../alarm/rings'
import type { ListedOperation } from '@/lib/contract/console/operations'
import type { Election, NodeDetail } from '@/lib/contract/console/nodes'
import type { Span } from './time-range'

/** What happened to a cluster, as marks on its charts. */
type Happened =
  | { is: 'operation'; at: number; operation: ListedOperation; tookMs: number | null }
  | { is: 'restart'; at: number; nodeId: number; servedAfterMs: number | null }
  | { is: 'alarms'; at: number; names: readonly string[]; overAt: number | null }
  | { is: 'topic'; at: number; change: TopicChange }
  | { is: 'election'; at: number; leader: number; before: number; epoch: number | null; wasAway: boolean }
  | { is: 'leaders'; at: number; partitions: number; from: readonly number[]; to: readonly number[] }
export type Happening = Happened & { letter: string }

/** More letters than these on one chart are no help; the newest stay. */
const HAPPENINGS_MAX = 12
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

type Sources = {
  operations: readonly ListedOperation[]
  nodes: readonly Pick<NodeDetail, 'nodeId' | 'boots'>[]
  rings: readonly AlarmRing[]
  changes: readonly TopicChange[]
  elections: readonly Election[]
}

export function happeningsOf(
  { operations, nodes, rings, changes, elections }: Sources,
  { from, to }: Span,
): readonly Happening[] {
  const all: Happened[] = [
    ...operations.map(ofOperation),
    ...nodes.flatMap(restartsOf),
    ...ringsTogether(rings),
    ...changes.map((change): Happened => ({ is: 'topic', at: Date.parse(change.at), change })),
    ...ofElections(elections.filter((each) => !isToldBy(operations, each))),
  ]
  return all
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((one, other) => one.at - other.at)
    .slice(-HAPPENINGS_MAX)
    .map((each, place) => ({ ...each, letter: LETTERS[place] ?? '' }))
}

/** A broker that dies rings several within a minute or two: those are one mark. */
const TOGETHER_MS = 120_000

function ringsTogether(rings: readonly AlarmRing[]): readonly Happened[] {
  const marks: { is: 'alarms'; at: number; names: string[]; overAt: number | null }[] = []
  for (const { name, from, to } of rings.toSorted((one, other) => one.from - other.from)) {
    const last = marks.at(-1)
    if (last === undefined || from - last.at > TOGETHER_MS) {
      marks.push({ is: 'alarms', at: from, names: [name], overAt: to })
      continue
    }
    if (!last.names.includes(name)) last.names.push(name)
    last.overAt = last.overAt === null || to === null ? null : Math.max(last.overAt, to)
  }
  return marks
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

/** Every restart that was asked for hands leaders over and back: an operation tells of them as well. */
function isToldBy(operations: readonly ListedOperation[], { at, lastSeenAt }: Election): boolean {
  const [since, until] = [Date.parse(lastSeenAt ?? at), Date.parse(at)]
  return operations.some(
    ({ startedAt, endedAt }) =>
      Date.parse(startedAt) <= until && (endedAt === null || Date.parse(endedAt) >= since),
  )
}

/** A broker that comes back takes its partitions from all others at once: that is one mark. */
function ofElections(elections: readonly Election[]): readonly Happened[] {
  const moved = elections.filter(({ partitions }) => partitions !== null)
  return [
    ...elections.flatMap(({ at, from, to: [leader], epoch, lastSeenAt, partitions }): Happened[] => {
      if (partitions !== null || leader === undefined) return []
      return [
        { is: 'election', at: Date.parse(at), leader, before: from, epoch, wasAway: lastSeenAt === null },
      ]
    }),
    ...[...grouped(moved, ({ at }) => at)].map(([at, together]): Happened => ({
      is: 'leaders',
      at: Date.parse(at),
      partitions: together.reduce((sum, { partitions }) => sum + (partitions ?? 0), 0),
      from: inOrder(together.map(({ from }) => from)),
      to: inOrder(together.flatMap(({ to }) => to)),
    })),
  ]
}

const inOrder = (ids: readonly number[]): number[] => [...new Set(ids)].toSorted((a, b) => a - b)
