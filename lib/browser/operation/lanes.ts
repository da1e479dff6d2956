import type { OperationDetail, OperationRow } from '@/lib/contract/console/clusters'
import type { RowPhase } from '@/lib/domain/plan/plan'
import { STEP_NAMES } from '@/lib/domain/plan/world'

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
  const inOrder = rows.toSorted((a, b) => STEP_NAMES.indexOf(a.step) - STEP_NAMES.indexOf(b.step))
  return [...new Set(inOrder.map(laneKey))].flatMap((key) => {
    const group = inOrder.filter((row) => laneKey(row) === key)
    const present = presentRow(group)
    return present === undefined ? [] : [laneOf(key, present, group)]
  })
}

const laneKey = ({ nodeId, step }: OperationRow): string => (nodeId === null ? step : `node ${nodeId}`)

function laneOf(key: string, present: OperationRow, group: readonly OperationRow[]): Lane {
  return {
    key,
    nodeId: present.nodeId,
    step: present.step,
    role: present.role,
    zoneId: present.zoneId,
    endpoint: present.endpoint,
    phase: present.phase,
    sinceMs: isSettled(present.phase) ? lastSince(group) : Date.parse(present.since),
    why: present.why,
    phases: phasesOf(group),
  }
}

/** Steps of one node need not end in their order. */
const lastSince = (group: readonly OperationRow[]): number =>
  Math.max(...group.map(({ since }) => Date.parse(since)))

/** Steps follow each other: the first that is not through says where the node is, the last when all are. */
const presentRow = (group: readonly OperationRow[]): OperationRow | undefined =>
  group.find(({ phase }) => phase === 'failed') ?? group.find(({ phase }) => phase !== 'done') ?? group.at(-1)

/**
 * All that was gone through, in order of time; waiting is a gap, not a phase. A later step tells of a node from the
 * beginning on ("joining" while the process has yet to start): it counts from where the step before it was through.
 */
function phasesOf(group: readonly OperationRow[]): LanePhase[] {
  const told: LanePhase[] = []
  let throughMs = 0
  for (const row of group) {
    told.push(...stretchesOf(row).flatMap((stretch) => clip(stretch, throughMs)))
    if (row.phase !== 'done') break
    throughMs = Math.max(throughMs, Date.parse(row.since))
  }
  return told
}

function stretchesOf({ phases }: OperationRow): LanePhase[] {
  return phases
    .map(({ phase, at }, place) => {
      const next = phases[place + 1]
      const endMs = isSettled(phase) ? Date.parse(at) : null
      return { phase, fromMs: Date.parse(at), toMs: next === undefined ? endMs : Date.parse(next.at) }
    })
    .filter(({ phase }) => !isIdle(phase))
}

function clip({ phase, fromMs, toMs }: LanePhase, earliestMs: number): LanePhase[] {
  if (toMs !== null && toMs <= earliestMs && !isSettled(phase)) return []
  return [{ phase, fromMs: Math.max(fromMs, earliestMs), toMs }]
}
