import type { OperationDetail, OperationRow } from '@/lib/contract/console/clusters'
import type { RowPhase } from '@/lib/domain/plan/plan'

/** A phase of one lane with when it began and, once another followed, when it ended. */
export type LanePhase = { phase: RowPhase; fromMs: number; toMs: number | null }

/**
 * One line of the operation page: a node, or a step of the whole cluster. A node has a row for each step that
 * concerns it (start, then quorum); the page shows it once, as far as it has come.
 */
export type Lane = {
  key: string
  nodeId: number | null
  step: OperationRow['step']
  role: OperationRow['role']
  zoneId: string | null
  endpoint: string | null
  phase: RowPhase
  sinceMs: number
  why: OperationRow['why']
  phases: readonly LanePhase[]
}

export const isSettled = (phase: RowPhase): boolean => phase === 'done' || phase === 'failed'
const isIdle = (phase: RowPhase): boolean => phase === 'waiting' || phase === 'next'

export function lanesOf({ rows }: Pick<OperationDetail, 'rows'>): Lane[] {
  return [...new Set(rows.map(laneKey))].flatMap((key) => {
    const group = rows.filter((row) => laneKey(row) === key)
    const [first] = group
    if (first === undefined) return []
    const present = presentRow(group, first)
    return [
      {
        key,
        nodeId: first.nodeId,
        step: first.step,
        role: first.role,
        zoneId: first.zoneId,
        endpoint: first.endpoint,
        phase: present.phase,
        sinceMs: Date.parse(present.since),
        why: present.why,
        phases: phasesOf(group),
      },
    ]
  })
}

const laneKey = ({ nodeId, step }: OperationRow): string => (nodeId === null ? step : `node ${nodeId}`)

/** The row that says where the node is: one that failed, else one under way, else one that waits, else the last done. */
function presentRow(group: readonly OperationRow[], first: OperationRow): OperationRow {
  const failed = group.find(({ phase }) => phase === 'failed')
  const underWay = group.find(({ phase }) => !isSettled(phase) && !isIdle(phase))
  const waiting = group.find(({ phase }) => isIdle(phase))
  return (
    failed ??
    underWay ??
    waiting ??
    group.toSorted((a, b) => Date.parse(b.since) - Date.parse(a.since))[0] ??
    first
  )
}

/** All that was gone through, in order of time; waiting is a gap, not a phase. */
function phasesOf(group: readonly OperationRow[]): LanePhase[] {
  const told = group
    .flatMap((row) =>
      row.phases.map(({ phase, at }, place) => {
        const next = row.phases[place + 1]
        const toMs = next === undefined ? (isSettled(phase) ? Date.parse(at) : null) : Date.parse(next.at)
        return { phase, fromMs: Date.parse(at), toMs }
      }),
    )
    .filter(({ phase }) => !isIdle(phase))
  return told.toSorted((a, b) => a.fromMs - b.fromMs)
}
