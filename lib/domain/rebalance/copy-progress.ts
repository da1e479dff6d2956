import { MOVE_OUTCOMES, type MoveOutcome } from '../plan/partitions/move-news'

/** How a partition of a plan stands. `notBegun`: the operation ended before its turn. */
export const MOVE_STATES = ['waiting', 'moving', 'notBegun', ...MOVE_OUTCOMES] as const
export type MoveState = (typeof MOVE_STATES)[number]

export function moveState(record: { outcome: MoveOutcome | null } | undefined, isOver: boolean): MoveState {
  if (record === undefined) return isOver ? 'notBegun' : 'waiting'
  return record.outcome ?? (isOver ? 'unfinished' : 'moving')
}

/** A partition that is being copied: what its leader holds, and each new replica. Null: the broker does not answer. */
export type CopySeen = {
  leaderBytes: number | null
  copies: readonly { broker: number; bytes: number | null; inSync: boolean }[]
}

export type CopyProgress = {
  bytesDone: number
  bytesTotal: number
  /** New replicas that are in sync, of all that come to be. */
  caughtUp: number
  replicas: number
}

/** What one partition has of its copies. A copy of a log that is being cut may be larger than its original. */
export function progressOfCopy({ leaderBytes, copies }: CopySeen): CopyProgress | null {
  if (leaderBytes === null || copies.some(({ bytes }) => bytes === null)) return null
  const done = copies.map(({ bytes, inSync }) => (inSync ? leaderBytes : Math.min(bytes ?? 0, leaderBytes)))
  return {
    bytesDone: done.reduce((sum, bytes) => sum + bytes, 0),
    bytesTotal: leaderBytes * copies.length,
    caughtUp: copies.filter(({ inSync }) => inSync).length,
    replicas: copies.length,
  }
}

type Row = {
  state: MoveState
  /** As planned: of all new replicas together, and how many they are. */
  bytes: number
  replicas: number
  /** Of one that is being copied; null where it is not known. */
  seen: CopyProgress | null
}

/** All rows together. What needs no copying, or gets none any more, is no part of the sum. */
export function progressOfAll(rows: readonly Row[]): CopyProgress {
  const all = { bytesDone: 0, bytesTotal: 0, caughtUp: 0, replicas: 0 }
  for (const { state, bytes, replicas, seen } of rows) {
    if (state === 'deleted' || state === 'notBegun' || state === 'calledBack' || state === 'there') continue
    const isDone = state === 'moved' || state === 'notLed'
    const none = { bytesDone: 0, bytesTotal: bytes, caughtUp: 0, replicas }
    const one = isDone ? { ...none, bytesDone: bytes, caughtUp: replicas } : (seen ?? none)
    all.bytesDone += one.bytesDone
    all.bytesTotal += one.bytesTotal
    all.caughtUp += one.caughtUp
    all.replicas += one.replicas
  }
  return all
}

export type CopySample = { at: number; bytes: number }

/** A look back of so long makes a rate that does not jump. */
const WINDOW_MS = 20_000
const KNOWN_AFTER_MS = 2_000

/** Samples that still count, with this one. Bytes that become fewer (a move was called back) begin anew. */
export function withSample(before: readonly CopySample[], now: CopySample): readonly CopySample[] {
  const last = before.at(-1)
  if (last !== undefined && now.bytes < last.bytes) return [now]
  return [...before.filter(({ at }) => now.at - at <= WINDOW_MS), now]
}

/** Bytes a second over the samples; null as long as too little time has passed to know. */
export function copyRate(samples: readonly CopySample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.at - first.at < KNOWN_AFTER_MS) return null
  return (1_000 * (last.bytes - first.bytes)) / (last.at - first.at)
}

/** Null: nothing is copied at the moment, so nobody knows. */
export const copyTimeLeftMs = (
  { bytesDone, bytesTotal }: Pick<CopyProgress, 'bytesDone' | 'bytesTotal'>,
  rate: number | null,
): number | null =>
  rate === null || rate <= 0 ? null : Math.round((1_000 * Math.max(0, bytesTotal - bytesDone)) / rate)
