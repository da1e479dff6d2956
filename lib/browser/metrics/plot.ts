import { LATE_MS, type Points } from './points'
import type { Span } from './time-range'

/** A time of a chart with the value each of its series has there; null: there is none. */
export type PlotRow = { at: number; values: readonly (number | null)[] }

/**
 * All series of a chart on one row of times. At the very end, rows that some series have not reached yet are left
 * out: brokers report one after the other, and a sum without one of them would look like a fall.
 */
export function plotRows(series: readonly Points[], window: Span, stepMs: number): PlotRow[] {
  const byTime = new Map<number, (number | null)[]>()
  for (const [place, { at, values }] of series.entries()) {
    for (const [index, time] of at.entries()) {
      let row = byTime.get(time)
      if (row === undefined) {
        row = Array<number | null>(series.length).fill(null)
        byTime.set(time, row)
      }
      row[place] = values[index] ?? null
    }
  }
  const times = [...byTime.keys()].toSorted((one, other) => one - other)
  const rows = times.map((at) => ({ at, values: byTime.get(at) ?? [] }))
  dropUnsettled(rows, window.to - LATE_MS)
  return withBreaks(rows, series.length, stepMs)
}

function dropUnsettled(rows: PlotRow[], youngFrom: number): void {
  for (;;) {
    const [before, last] = [rows.at(-2), rows.at(-1)]
    if (before === undefined || last === undefined || last.at < youngFrom) return
    if (!last.values.some((value, place) => value === null && before.values[place] !== null)) return
    rows.pop()
  }
}

/** Where nobody told anything, a row of nothing breaks the lines. */
function withBreaks(rows: readonly PlotRow[], width: number, stepMs: number): PlotRow[] {
  const nothing = Array<number | null>(width).fill(null)
  return rows.flatMap((row, place) => {
    const next = rows[place + 1]
    return next !== undefined && next.at - row.at > 1.5 * stepMs
      ? [row, { at: row.at + stepMs, values: nothing }]
      : [row]
  })
}

/**
 * The stretches in which a series that was there before is not there. Before its first point a series is no gap: the
 * broker or the topic may not have existed.
 */
export function gapsOf(series: readonly Points[], window: Span, stepMs: number): Span[] {
  const gaps: Span[] = []
  for (const { at } of series) {
    for (const [place, time] of at.entries()) {
      const next = at[place + 1]
      const end = next ?? window.to
      const most = next === undefined ? 2 * stepMs + LATE_MS : 1.5 * stepMs
      if (end - time > most)
        gaps.push({ from: time + stepMs / 2, to: end - (next === undefined ? 0 : stepMs / 2) })
    }
  }
  return joined(gaps)
}

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else all.push({ ...span })
  }
  return all
}

/** Each series on top of those before it; one that is missing has no height and lets the others down. */
export function stacked(rows: readonly PlotRow[]): readonly { at: number; bands: readonly Band[] }[] {
  return rows.map(({ at, values }) => {
    let top = 0
    return {
      at,
      bands: values.map((value): Band => {
        if (value === null) return null
        const bottom = top
        top += value
        return [bottom, top]
      }),
    }
  })
}
export type Band = readonly [bottom: number, top: number] | null

export const totalOf = ({ values }: PlotRow): number | null =>
  values.every((value) => value === null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/**
 * At most so many rows: of each stretch the least and the most of every series stay, so that no peak is lost. What a
 * stretch lacked altogether stays a gap.
 */
export function thinned(rows: readonly PlotRow[], most: number): readonly PlotRow[] {
  if (rows.length <= most) return rows
  const size = Math.ceil((2 * rows.length) / most)
  const thin: PlotRow[] = []
  for (let begin = 0; begin < rows.length; begin += size) {
    const part = rows.slice(begin, begin + size)
    const [first, last] = [part[0], part.at(-1)]
    if (first === undefined || last === undefined) break
    const ends = first.values.map((_, place) => extremes(part, place))
    thin.push({ at: first.at, values: ends.map(([one]) => one) })
    if (last.at !== first.at) thin.push({ at: last.at, values: ends.map(([, other]) => other) })
  }
  return thin
}

/** The least and the most, in the order in which they came. */
function extremes(rows: readonly PlotRow[], place: number): [number | null, number | null] {
  let [least, most, leastAt, mostAt] = [Infinity, -Infinity, 0, 0]
  for (const [index, { values }] of rows.entries()) {
    const value = values[place] ?? null
    if (value === null) continue
    if (value < least) [least, leastAt] = [value, index]
    if (value > most) [most, mostAt] = [value, index]
  }
  if (least > most) return [null, null]
  return leastAt <= mostAt ? [least, most] : [most, least]
}

export type Extent = { least: number; most: number }

export function extentOf(rows: readonly PlotRow[], isStacked: boolean): Extent | null {
  let [least, most] = [Infinity, -Infinity]
  for (const row of rows) {
    const values = isStacked ? [totalOf(row)] : row.values
    for (const value of values) {
      if (value === null) continue
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  }
  return least > most ? null : { least, most }
}
