import { grouped } from '../metrics/grouped'
import { DAY_MS, minuteState, type Direction, type Minute, type MinuteState } from './minutes'

/** What MSK's agreement promises of a month's minutes. */
export const GOAL = 0.999

/** One minute that was kept; `at` is when it began. */
export type KeptMinute = Minute & { at: number }

export const WINDOWS = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const
export type Window = keyof typeof WINDOWS
export const WINDOW_NAMES = ['day', 'week', 'month'] as const satisfies readonly Window[]

/**
 * Of the minutes that were measured. `share`: those that were not down, as MSK counts; `answered`: attempts that
 * succeeded, which is the stricter of the two. Null where nothing was measured: no figure, and not a good one.
 */
export type Figure = {
  measured: number
  down: number
  disturbed: number
  share: number | null
  answered: number | null
  /** Minutes that may still be lost before the goal is missed; below nought: missed by so many. */
  budgetLeft: number | null
}

export function figureOf(minutes: readonly KeptMinute[], direction: Direction): Figure {
  let measured = 0
  let down = 0
  let disturbed = 0
  let attempts = 0
  let failed = 0
  for (const { [direction]: tally } of minutes) {
    const state = minuteState(tally)
    if (state === 'unmeasured') continue
    measured += 1
    attempts += tally.attempts
    failed += tally.failed
    if (state === 'down') down += 1
    if (state === 'disturbed') disturbed += 1
  }
  return {
    measured,
    down,
    disturbed,
    share: measured === 0 ? null : (measured - down) / measured,
    answered: attempts === 0 ? null : (attempts - failed) / attempts,
    budgetLeft: measured === 0 ? null : (1 - GOAL) * measured - down,
  }
}

export const within = (minutes: readonly KeptMinute[], window: Window, now: number): readonly KeptMinute[] =>
  minutes.filter(({ at }) => at > now - WINDOWS[window])

/** Thousandths of a per cent, always rounded down: what was lost once is never rounded away. */
export const downwards = (share: number): number => Math.floor(share * 100_000 + 1e-6) / 1_000

export const meetsGoal = ({ measured, down }: Pick<Figure, 'measured' | 'down'>): boolean | null =>
  measured === 0 ? null : measured - down >= GOAL * measured

export type Day = { day: string; measured: number } & Readonly<Record<Direction, Omit<Tallied, 'measured'>>>
type Tallied = Pick<Figure, 'measured' | 'down' | 'disturbed'>

/** `2026-12-01`, in UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The last days, oldest first, today among them; also those on which nothing was measured. */
export function daysOf(minutes: readonly KeptMinute[], now: number, count: number): readonly Day[] {
  const byDay = grouped(minutes, ({ at }) => dayOf(at))
  return Array.from({ length: count }, (_, index) => {
    const day = dayOf(now - (count - 1 - index) * DAY_MS)
    const kept = byDay.get(day) ?? []
    const write = figureOf(kept, 'write')
    const read = figureOf(kept, 'read')
    return {
      day,
      measured: Math.max(write.measured, read.measured),
      write: { down: write.down, disturbed: write.disturbed },
      read: { down: read.down, disturbed: read.disturbed },
    }
  })
}

/** The worst of a day says how it is coloured. */
export function dayState({ measured, write, read }: Day): MinuteState {
  if (measured === 0) return 'unmeasured'
  if (write.down + read.down > 0) return 'down'
  return write.disturbed + read.disturbed > 0 ? 'disturbed' : 'up'
}
