import type { StepRow } from '@/lib/domain/plan/plan'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import { WHOLE_CLUSTER, type StoredOperation, type StoredOperationRow } from './stored-cluster'

/** While only the reason changes (a lag, a percentage), a row is written at most this often. */
const REASON_EVERY_MS = 1_000

/**
 * The rows of the operation page with the times at which their phases began, so that a reload or a restart loses
 * nothing. Returns what changed against what is stored.
 */
export function changedRows(
  operation: StoredOperation,
  rows: readonly StepRow[],
  now: Date,
): readonly StoredOperationRow[] {
  const stored = new Map(operation.rows.map((row) => [keyOf(row.step, row.nodeId), row]))
  const shown = new Set(rows.map((row) => keyOf(row.step, row.node)))
  const changed = rows.flatMap((row) => {
    const before = stored.get(keyOf(row.step, row.node))
    const next = before ? advance(before, row, now) : begin(operation.id, row, now)
    return next === before ? [] : [next]
  })
  // A row that the planner no longer tells of has come to its end: its node is forgotten, its step over.
  const over = operation.rows
    .filter((row) => !shown.has(keyOf(row.step, row.nodeId)) && row.endedAt === null)
    .map((row) => enter(row, 'done', null, now))
  return [...changed, ...over]
}

const keyOf = (step: string, nodeId: number | null): string => `${step} ${nodeId ?? WHOLE_CLUSTER}`

function begin(operationId: string, row: StepRow, now: Date): StoredOperationRow {
  const blank: StoredOperationRow = {
    operationId,
    step: row.step,
    nodeId: row.node ?? WHOLE_CLUSTER,
    phase: row.phase,
    why: null,
    since: now,
    startedAt: now,
    endedAt: null,
    phases: '[]',
  }
  return enter(blank, row.phase, reasonOf(row), now)
}

function advance(before: StoredOperationRow, row: StepRow, now: Date): StoredOperationRow {
  const why = reasonOf(row)
  if (before.phase !== row.phase) return enter(before, row.phase, why, now)
  const isQuiet = now.getTime() - (changedAt.get(before) ?? 0) < REASON_EVERY_MS
  if (before.why === why || isQuiet) return before
  const after = { ...before, why }
  changedAt.set(after, now.getTime())
  return after
}

/** When a row was last changed; it need not outlive this process. */
const changedAt = new WeakMap<StoredOperationRow, number>()

function enter(row: StoredOperationRow, phase: string, why: string | null, now: Date): StoredOperationRow {
  const phases: unknown = JSON.parse(row.phases)
  const told = [...(Array.isArray(phases) ? phases : []), { phase, at: now.toISOString() }]
  const isOver = phase === 'done' || phase === 'failed'
  const wasWaiting = row.phase === 'waiting' || row.phase === 'next'
  const after: StoredOperationRow = {
    ...row,
    phase,
    why,
    since: now,
    startedAt: wasWaiting ? now : row.startedAt,
    endedAt: isOver ? now : null,
    // A node that crashes for ever must not grow its row for ever.
    phases: JSON.stringify(told.slice(-PHASES_KEPT)),
  }
  changedAt.set(after, now.getTime())
  return after
}

const PHASES_KEPT = 50

const reasonOf = ({ why }: StepRow): string | null => (why === null ? null : JSON.stringify(why))

export function rowStatements(
  database: Database,
  stored: readonly StoredOperationRow[],
  changed: readonly StoredOperationRow[],
): Prisma.PrismaPromise<unknown>[] {
  const known = new Set(stored.map((row) => keyOf(row.step, row.nodeId)))
  const isKnown = (row: StoredOperationRow): boolean => known.has(keyOf(row.step, row.nodeId))
  const begun = changed.filter((row) => !isKnown(row))
  return [
    ...(begun.length > 0 ? [database.operationRow.createMany({ data: begun })] : []),
    ...changed
      .filter(isKnown)
      .map(({ operationId, step, nodeId, ...values }) =>
        database.operationRow.updateMany({ where: { operationId, step, nodeId }, data: values }),
      ),
  ]
}

/** The stored rows after these changes. */
export function mergeRows(
  stored: readonly StoredOperationRow[],
  changed: readonly StoredOperationRow[],
): StoredOperationRow[] {
  const byKey = new Map([...stored, ...changed].map((row) => [keyOf(row.step, row.nodeId), row]))
  return [...byKey.values()]
}
