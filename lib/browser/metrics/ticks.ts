import type { Extent } from './plot'
import type { Span } from './time-range'

/** A share of one power of ten that reads well as a distance between two lines. */
const NICE = [1, 2, 2.5, 5, 10]
const LINES = 4

export type ValueAxis = { from: number; to: number; ticks: readonly number[] }

type ValueAxisWish = {
  extent: Extent | null
  /** Always in view: a limit, or the whole of a percentage. */
  reach?: number | undefined
  limit?: number | undefined
  /** False: the axis may begin where the values are, which its labels then say. */
  fromZero?: boolean
  /** Half a partition is none. */
  isWhole?: boolean
}

/** About four lines at round numbers, with room over the highest value. `divisor` is the unit the numbers are told in. */
export function valueAxis(
  { extent, reach, limit, fromZero = true, isWhole = false }: ValueAxisWish,
  divisor = 1,
): ValueAxis {
  const most = Math.max(extent?.most ?? 0, reach ?? 0) / divisor
  // The limit stays in view also when everything is beyond it.
  const least = fromZero ? 0 : Math.min(extent?.least ?? 0, limit ?? Infinity) / divisor
  const highest = most <= least ? least + 1 : most
  const step = Math.max(niceStep((highest - least) / LINES), isWhole && divisor === 1 ? 1 : 0)
  const from = fromZero ? 0 : Math.max(0, Math.floor(least / step) * step)
  const to = Math.ceil((highest * (1 + 1e-9)) / step - 1e-6) * step
  const count = Math.round((to - from) / step)
  const ticks = Array.from({ length: count + 1 }, (_, place) => tidy(from + place * step) * divisor)
  return { from: tidy(from) * divisor, to: tidy(to) * divisor, ticks }
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return (NICE.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power
}

/** 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12))

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const TIME_STEPS = [
  ...[10, 30].map((each) => each * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((each) => each * MINUTE),
  ...[1, 2, 3, 6, 12].map((each) => each * HOUR),
  ...[1, 2, 7, 14].map((each) => each * DAY),
]
export type TickLook = 'second' | 'minute' | 'day' | 'month'
export type TimeTicks = { look: TickLook; ticks: readonly number[] }

/** Round times, so many that their labels have room. */
export function timeTicks({ from, to }: Span, most: number): TimeTicks {
  const step = TIME_STEPS.find((each) => (to - from) / each <= most)
  if (step === undefined) return { look: 'month', ticks: monthTicks({ from, to }, most) }
  const ticks: number[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at)
  return { look: step >= DAY ? 'day' : step >= MINUTE ? 'minute' : 'second', ticks }
}

function monthTicks({ from, to }: Span, most: number): number[] {
  const first = new Date(from)
  const months = (to - from) / (30 * DAY)
  const every = [1, 2, 3, 4, 6].find((each) => months / each <= most) ?? 12
  const ticks: number[] = []
  for (let month = first.getUTCMonth() + 1; ; month += every) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1)
    if (at > to) return ticks
    ticks.push(at)
  }
}
