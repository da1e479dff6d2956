import { isAlarmPeriod } from '../metrics/window'

const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S
const WEEK_S = 7 * DAY_S

type Times = { periodS: number; evaluationPeriods: number; datapointsToAlarm: number }

/** What CloudWatch refuses of the times of an alarm; null if nothing. `day` and `week`: it looks back too far. */
export type TimesProblem = 'period' | 'points' | 'day' | 'week'

export function timesProblem({ periodS, evaluationPeriods, datapointsToAlarm }: Times): TimesProblem | null {
  if (!isAlarmPeriod(periodS)) return 'period'
  if (datapointsToAlarm > evaluationPeriods) return 'points'
  const isLong = periodS >= HOUR_S
  if (evaluationPeriods * periodS <= (isLong ? WEEK_S : DAY_S)) return null
  return isLong ? 'week' : 'day'
}
