import { evaluationRange, type AlarmRule, type AlarmState } from './alarm'
import { evaluateAlarm, type DataPoint } from './evaluate-alarm'

type Line = { at: readonly number[]; values: readonly number[] }
type Span = { from: number; to: number }

/**
 * When an alarm would have rung: evaluated at the end of every period, as the server does. `from` and `to` are the
 * beginnings of the first and of the last period that were read; the last may still be going on.
 */
export function replayAlarm(
  rule: AlarmRule,
  { at, values }: Line,
  { from, to }: Span,
  periodMs: number,
): readonly Span[] {
  const known = new Map(at.map((time, place) => [time, values[place]]))
  const range = evaluationRange(rule)
  const spans: Span[] = []
  let state: AlarmState = 'INSUFFICIENT_DATA'
  let since = from
  // Before the first whole range nothing was read, which is not the same as nothing measured.
  for (let end = from + range * periodMs; end <= to; end += periodMs) {
    const slots = Array.from({ length: range }, (_, place): DataPoint | null => {
      const time = end - (range - place) * periodMs
      const value = known.get(time)
      return value === undefined ? null : { at: time, value }
    })
    const next: AlarmState = evaluateAlarm(rule, slots).state ?? state
    if (next === state) continue
    if (next === 'ALARM') since = end
    if (state === 'ALARM') spans.push({ from: since, to: end })
    state = next
  }
  return state === 'ALARM' ? [...spans, { from: since, to }] : spans
}
