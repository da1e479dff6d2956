import type { Span } from './time-range'

/** The periods one chooses among, seconds. Each divides what it is rolled up into. */
export const STEPS_S = [10, 30, 60, 300, 900, 3600, 10_800, 21_600, 86_400] as const

/** More points than this no chart has pixels for, and CloudWatch's own bound of a request. */
const POINTS_MAX = 1440
/** About as many as a chart is wide; fewer would hide what happened in between. */
const POINTS_WANTED = 180

/** Finer points are gone by then, as in CloudWatch. */
const KEPT: readonly { untilMs: number; stepS: number }[] = [
  { untilMs: 3 * 3_600_000, stepS: 10 },
  { untilMs: 15 * 86_400_000, stepS: 60 },
  { untilMs: 63 * 86_400_000, stepS: 300 },
  { untilMs: Infinity, stepS: 3600 },
]

/** The finest period for which there still are points as old as where the range begins. */
function finestStepS(ageMs: number): number {
  return KEPT.find(({ untilMs }) => ageMs <= untilMs)?.stepS ?? 3600
}

/** Periods that make sense for a range: fine enough for two points, coarse enough to be drawn and still kept. */
export function stepsFor({ from, to }: Span, nowMs: number): readonly number[] {
  const finest = finestStepS(nowMs - from)
  return STEPS_S.filter(
    (step) => step >= finest && (to - from) / 1000 / step <= POINTS_MAX && (to - from) / 1000 / step >= 2,
  )
}

/** The chosen period where it makes sense, else the finest that gives about as many points as there are pixels. */
export function stepOf(span: Span, nowMs: number, chosenS: number | null): number {
  const possible = stepsFor(span, nowMs)
  const chosen = possible.find((step) => step === chosenS)
  if (chosen !== undefined) return chosen
  const seconds = (span.to - span.from) / 1000
  return possible.find((step) => seconds / step <= POINTS_WANTED) ?? possible.at(-1) ?? STEPS_S[0]
}

/** The first and the last of the periods that a stretch touches; the one that is going on is the last. */
export function alignedSpan({ from, to }: Span, stepMs: number): Span {
  return { from: Math.floor(from / stepMs) * stepMs, to: (Math.ceil(to / stepMs) - 1) * stepMs }
}
