import { failedBoots, lastErrorOf, progressedAt } from './ledger'
import type { Problem, Step, Verdict } from './plan'
import { MOVE_DEADLINE_MS } from './deadlines'
import { isProven, kindOf } from './proof'
import {
  desiredNode,
  followed,
  isFresh,
  leavingRows,
  neededRows,
  partitionsSeen,
  procOf,
  serving,
} from './serving'
import { goalOf } from './steps/placement'
import { isKnown, type LedgerEntry, type Row, type World } from './world'

/**
 * How far an operation has come, as a number that only its best counts of: falling back and coming up again is no
 * progress, so nothing waits for ever by going in circles. A failed boot starts the count anew; there are few.
 */
type Progress = { attempts: number; reached: number; doing: string }

function progressOf(world: World): Progress {
  const attempts = world.rows.reduce((sum, row) => sum + failedBoots(world, row), 0)
  const { release } = world.observed
  const doing = isFresh(world, release) && release.value.state === 'preparing' ? release.value.doing : ''
  return { attempts, reached: reachedBy(world), doing }
}

function reachedBy(world: World): number {
  const { processes } = world.observed
  if (!isFresh(world, processes)) return -Infinity
  if (world.desired.presence === 'absent') {
    const seen = Object.values(processes.value)
    return -seen.reduce((sum, { boot }) => sum + (boot === null ? 1 : 2), world.rows.length)
  }
  if (world.desired.power === 'off') {
    const left: number[] = Object.values(processes.value).map(({ state, recoveryProgress }) =>
      state === 'absent' ? 0 : (state === 'stopping' ? 1 : 2) - (recoveryProgress ?? 0) / 2,
    )
    return -left.reduce((sum, rank) => sum + rank, 0)
  }
  const { release } = world.observed
  const ready = isFresh(world, release) && release.value.state === 'ready' ? 1 : 0
  const risen = neededRows(world).reduce((sum, row) => sum + heightOf(world, row), ready)
  return risen - leavingRows(world).reduce((sum, row) => sum + remainderOf(world, row), 0) - astray(world)
}

/** 100 (as it was) to 0 (forgotten) of a node that goes. */
function remainderOf(world: World, row: Row): number {
  const proc = procOf(world, row.id)
  if (proc === null) return 100
  if (proc.state === 'absent') return proc.hasDirectory ? 40 : 20
  const held = partitionsSeen(world)?.placed.get(row.id)?.length ?? 0
  return proc.state === 'stopping' ? 50 : 60 + 40 * (held / (held + 20))
}

/** Planned partitions that are not where they shall be, of a hundred parts. */
function astray({ operation, observed }: World): number {
  const { partitions } = observed.kafka
  if (operation === null || operation.placement.length === 0 || !isKnown(partitions)) return 0
  const open = operation.placement.filter((planned) => {
    const seen = partitions.value[planned.id]
    return seen !== undefined && seen.replicas.join() !== goalOf(operation, planned).join()
  })
  return (100 * open.length) / operation.placement.length
}

/** 0 (still as before) to 100 (runs what it shall, serves, has caught up, proven). */
function heightOf(world: World, row: Row): number {
  if (row.assigned === null || row.assigned.hash !== desiredNode(world, row.id)?.hash) return 0
  const proc = procOf(world, row.id)
  if (proc === null) return 0
  if (proc.state === 'absent') return 10
  if (proc.startedWith?.hash !== row.assigned.hash || proc.state === 'stopping') return 5
  if (proc.state === 'starting') return 20 + (proc.recoveryProgress ?? 0) * 10
  const state = serving(world, row)
  if (state.is !== 'yes') return proc.answers === true ? 40 : 30
  const follows = followed(world, row.id)
  if (follows === null) return 60
  const kind = kindOf(world, row)
  const caughtUp = follows.total === 0 ? 1 : 1 - follows.behind / follows.total
  return 60 + caughtUp * 30 + (kind !== null && isProven(world, row.role, kind) ? 10 : 0)
}

/** A pause is nobody's lateness: what was paused begins to be late when it goes on. */
function told(now: Progress, { operation }: World, before: LedgerEntry | undefined): Progress {
  if (operation?.paused === true) return { ...now, doing: 'paused' }
  const wasPaused = before !== undefined && read(before.progress).doing === 'paused'
  return wasPaused ? { ...now, doing: 'resumed' } : now
}

/** The operation's entry after this look; null without an operation. */
export function trackProgress(world: World, step: Step | undefined): LedgerEntry | null {
  if (world.operation === null) return null
  const { generation } = world.desired
  const before = world.ledger.find((entry) => entry.node === null && entry.generation === generation)
  const now = told(progressOf(world), world, before)
  const name = step?.name ?? 'verify'
  if (before === undefined) {
    const reached = Number.isFinite(now.reached) ? now.reached : -1e9
    return {
      generation,
      step: name,
      node: null,
      failedBoots: [],
      firstAt: world.now,
      lastAt: world.now,
      lastProgressAt: world.now,
      progress: write({ ...now, reached }),
      lastError: null,
    }
  }
  const best = read(before.progress)
  const anew = now.attempts > best.attempts
  const reached = anew ? now.reached : Math.max(best.reached, now.reached)
  const isProgress = anew || reached > best.reached || (now.doing !== '' && now.doing !== best.doing)
  const progress = write({
    attempts: now.attempts,
    reached,
    doing: now.doing === '' ? best.doing : now.doing,
  })
  if (progress === before.progress && before.step === name) return before
  return {
    ...before,
    step: name,
    progress,
    lastAt: world.now,
    lastProgressAt: isProgress ? world.now : before.lastProgressAt,
  }
}

const write = ({ attempts, reached, doing }: Progress): string => `${attempts} ${reached} ${doing}`

function read(text: string): Progress {
  const [attempts = '0', reached = '0', ...doing] = text.split(' ')
  return { attempts: Number(attempts), reached: Number(reached), doing: doing.join(' ') }
}

/** A verdict whose deadline passed without progress is stuck. */
export function withDeadline(world: World, step: Step, verdict: Verdict, entry: LedgerEntry | null): Verdict {
  if (entry === null || verdict.is === 'done' || verdict.is === 'stuck') return verdict
  const deadlineMs = verdict.is === 'wait' ? verdict.deadlineMs : MOVE_DEADLINE_MS
  const forMs = world.now - progressedAt(world, entry)
  if (forMs < deadlineMs) return verdict
  const why: Problem = step.late?.(world) ?? {
    is: 'noProgress',
    step: step.name,
    waiting: verdict.is === 'wait' ? verdict.why : null,
    forMs,
    lastError: lastErrorOf(world.ledger),
  }
  return { is: 'stuck', why }
}
