import type { Span } from './time-range'

/** One line: times in order, and the value of the period that begins there. A period without a reading is not in it. */
export type Points = { at: readonly number[]; values: readonly number[] }

export const NO_POINTS: Points = { at: [], values: [] }

/** What is held, with what came since `since` in its place, and without what left the window. */
export function joinPoints(held: Points, fresh: Points, since: number, from: number): Points {
  const begin = firstAtOrAfter(held.at, from)
  const end = firstAtOrAfter(held.at, since)
  if (end >= held.at.length && fresh.at.length === 0 && begin === 0) return held
  const first = firstAtOrAfter(fresh.at, from)
  return {
    at: [...held.at.slice(begin, Math.max(begin, end)), ...fresh.at.slice(first)],
    values: [...held.values.slice(begin, Math.max(begin, end)), ...fresh.values.slice(first)],
  }
}

/** The place of the first time that is not before `at`. */
export function firstAtOrAfter(times: readonly number[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of the time nearest to `at`; -1 among none. */
export function nearest(times: readonly number[], at: number): number {
  const after = firstAtOrAfter(times, at)
  const before = after - 1
  if (after >= times.length) return before
  const left = times[before]
  return left !== undefined && at - left < (times[after] ?? Infinity) - at ? before : after
}

/** The place of the time that `at` falls on; -1 where nothing is told near it. */
export function placeAt(times: readonly number[], at: number, stepMs: number): number {
  const place = nearest(times, at)
  const time = times[place]
  return time !== undefined && Math.abs(time - at) <= 0.75 * stepMs ? place : -1
}

/** One line of several, added where there is any: what one broker did not tell is not counted as zero of all. */
export function sumPoints(all: readonly Points[]): Points {
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const sums = new Map<number, number>()
  for (const { at, values } of all) {
    for (const [place, time] of at.entries()) sums.set(time, (sums.get(time) ?? 0) + (values[place] ?? 0))
  }
  const at = [...sums.keys()].toSorted((one, other) => one - other)
  return { at, values: at.map((time) => sums.get(time) ?? 0) }
}

/** One line of several by the largest of each time. */
export function maxPoints(all: readonly Points[]): Points {
  const most = new Map<number, number>()
  for (const { at, values } of all) {
    for (const [place, time] of at.entries())
      most.set(time, Math.max(most.get(time) ?? -Infinity, values[place] ?? -Infinity))
  }
  const at = [...most.keys()].toSorted((one, other) => one - other)
  return { at, values: at.map((time) => most.get(time) ?? 0) }
}

export type Latest = { at: number; value: number }

/** The newest value, unless it is older than what may still be called now. */
export function latestOf({ at, values }: Points, { to }: Span, stepMs: number): Latest | null {
  const [time, value] = [at.at(-1), values.at(-1)]
  if (time === undefined || value === undefined) return null
  return time < to - 2 * stepMs - LATE_MS ? null : { at: time, value }
}
/** Readings take this long to arrive at most. */
export const LATE_MS = 20_000

export function peakOf({ at, values }: Points): Latest | null {
  let peak: Latest | null = null
  for (const [place, value] of values.entries()) {
    if (peak === null || value > peak.value) peak = { at: at[place] ?? 0, value }
  }
  return peak
}
