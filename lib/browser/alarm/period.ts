import { stepOf } from '../metrics/step'
import type { Span } from '../metrics/time-range'

/** Finer points than these are kept for three hours only, as on CloudWatch, and more than these no chart has pixels for. */
const FINE_MS = 3 * 3_600_000
const POINTS_MAX = 1_440
const MINUTE_S = 60

/** The period of an alarm where a stretch can be drawn in it, else the next coarser one that can. */
export function drawnPeriodS(span: Span, nowMs: number, periodS: number): number {
  const isKept = periodS >= MINUTE_S || nowMs - span.from <= FINE_MS
  const isDrawable = (span.to - span.from) / 1000 / periodS <= POINTS_MAX
  return isKept && isDrawable ? periodS : Math.max(periodS, stepOf(span, nowMs, null))
}
