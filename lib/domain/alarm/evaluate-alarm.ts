import { breaches, type AlarmRule, type AlarmState } from './alarm'

/**
 * What state an alarm is in, by CloudWatch's rules about missing data
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html):
 *
 * - The newest N data points that exist within the evaluation range decide. With N of them nothing is filled in.
 * - Otherwise what is missing counts as breaching or as not breaching, if the alarm says so.
 * - Else a data point that does not breach makes the state OK, and breaching ones alone raise the alarm only when the
 *   oldest is at least M periods old: the next data point might not breach.
 */
export type DataPoint = { at: number; value: number }

export type Evaluation = {
  /** Null: too little is known, and the state stays what it is. */
  state: AlarmState | null
  /** The data points that decided, newest first. */
  points: readonly DataPoint[]
  /** So many periods were filled in. */
  filled: number
}

/** `slots` are all periods of the evaluation range, oldest first; null where nothing was measured. */
export function evaluateAlarm(rule: AlarmRule, slots: readonly (DataPoint | null)[]): Evaluation {
  const points = slots.flatMap((slot) => slot ?? []).slice(-rule.evaluationPeriods)
  const filled = rule.evaluationPeriods - points.length
  const breaching = points.filter(({ value }) => breaches(rule, value)).length
  return { state: stateOf(rule, slots, { points, filled, breaching }), points: points.toReversed(), filled }
}

type Counted = { points: readonly DataPoint[]; filled: number; breaching: number }

function stateOf(
  rule: AlarmRule,
  slots: readonly (DataPoint | null)[],
  { points, filled, breaching }: Counted,
): AlarmState | null {
  const { datapointsToAlarm, missingData } = rule
  if (breaching >= datapointsToAlarm) return 'ALARM'
  if (filled === 0) return 'OK'
  switch (missingData) {
    case 'breaching':
      return breaching + filled >= datapointsToAlarm ? 'ALARM' : 'OK'
    case 'notBreaching':
      return 'OK'
    case 'ignore':
      return breaching < points.length ? 'OK' : null
    case 'missing':
      if (points.length === 0) return 'INSUFFICIENT_DATA'
      if (breaching < points.length) return 'OK'
      return isOldEnough(rule, slots) ? 'ALARM' : null
  }
}

/** Only breaching data points, the oldest of them at least M periods old: waiting longer would tell nothing new. */
function isOldEnough({ datapointsToAlarm }: AlarmRule, slots: readonly (DataPoint | null)[]): boolean {
  const oldest = slots.findIndex((slot) => slot !== null)
  return slots.length - oldest >= datapointsToAlarm
}
