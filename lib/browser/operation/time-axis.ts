import type { Lane, LanePhase } from './lanes'
import { isSettled } from './lanes'

/** Shares of the width, 0 to 1. */
export type Segment = { phase: LanePhase['phase']; from: number; width: number; isOpen: boolean }
export type TimeAxis = {
  startMs: number
  spanMs: number
  ticks: readonly { seconds: number; at: number }[]
  now: number | null
}

const STEPS_S = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600]
const TICKS_MAX = 8
const SPAN_MIN_MS = 5000
/** Air after the now-line, so that it does not run along the edge. */
const AIR = 1.12

type Times = { startMs: number; nowMs: number; endMs: number | null; expectedMs: number | null }

/** One axis for all lanes: as long as expected, or as long as it has taken. */
export function timeAxis({ startMs, nowMs, endMs, expectedMs }: Times): TimeAxis {
  const elapsedMs = (endMs ?? nowMs) - startMs
  const longestMs = endMs === null ? Math.max(elapsedMs, expectedMs ?? 0) : elapsedMs
  const spanMs = Math.max(SPAN_MIN_MS, longestMs * AIR)
  const stepS = STEPS_S.find((step) => spanMs / 1000 / step <= TICKS_MAX) ?? 7200
  const count = Math.floor(spanMs / 1000 / stepS)
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({
    seconds: index * stepS,
    at: (index * stepS * 1000) / spanMs,
  }))
  return { startMs, spanMs, ticks, now: endMs === null ? elapsedMs / spanMs : null }
}

export function segmentsOf(lane: Pick<Lane, 'phases'>, axis: TimeAxis, nowMs: number): Segment[] {
  return lane.phases
    .filter(({ phase }) => !isSettled(phase))
    .map(({ phase, fromMs, toMs }) => {
      const from = share(fromMs, axis)
      return { phase, from, width: Math.max(0.003, share(toMs ?? nowMs, axis) - from), isOpen: toMs === null }
    })
}

const share = (ms: number, { startMs, spanMs }: TimeAxis): number =>
  Math.min(1, Math.max(0, (ms - startMs) / spanMs))

/** What the last three took, in the middle: one slow run does not make the next look late. */
export function usualMs(lastDurationsMs: readonly number[]): number | null {
  const sorted = lastDurationsMs.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
