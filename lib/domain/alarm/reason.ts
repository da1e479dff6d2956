import { breaches, COMPARISONS, type AlarmRule, type AlarmState } from './alarm'
import type { DataPoint, Evaluation } from './evaluate-alarm'

export const INITIAL_REASON = 'Unchecked: Initial alarm creation'

/** Why an alarm is in a state, in CloudWatch's sentence. */
export function alarmReason(
  rule: AlarmRule,
  { points, filled }: Evaluation,
  from: AlarmState,
  to: AlarmState,
): string {
  if (to === 'INSUFFICIENT_DATA') return `Insufficient Data: ${counted(filled, 'was', 'were')} unknown.`
  const treated = filled > 0 && rule.missingData !== 'missing' && rule.missingData !== 'ignore'
  if (points.length === 0) {
    return `Threshold Crossed: no datapoints were received for ${filled} ${filled === 1 ? 'period' : 'periods'} and ${treatedAs(rule, filled)}.`
  }
  const telling = points.filter(({ value }) => breaches(rule, value) === (to === 'ALARM'))
  const comparison = `${telling.length === 1 ? 'was' : 'were'} ${to === 'ALARM' ? '' : 'not '}${COMPARISONS[rule.comparison]} the threshold (${decimal(rule.threshold)})`
  const minimum =
    to === 'ALARM' ? rule.datapointsToAlarm : rule.evaluationPeriods - rule.datapointsToAlarm + 1
  const transition =
    from === to
      ? ''
      : ` (minimum ${minimum} ${minimum === 1 ? 'datapoint' : 'datapoints'} for ${to === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK'} transition)`
  return `Threshold Crossed: ${telling.length} out of the last ${points.length} datapoints [${telling.map(dated).join(', ')}] ${comparison}${treated ? `, and ${treatedAs(rule, filled)}` : ''}${transition}.`
}

const treatedAs = ({ missingData }: AlarmRule, filled: number): string =>
  `${filled} missing ${filled === 1 ? 'datapoint was' : 'datapoints were'} treated as [${missingData === 'breaching' ? 'Breaching' : 'NonBreaching'}]`

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 datapoint ${one}` : `${count} datapoints ${many}`

/** As CloudWatch writes it: 30/11/26 11:05:00. */
function dated({ at, value }: DataPoint): string {
  const [year, month, day] = new Date(at).toISOString().slice(2, 10).split('-')
  return `${decimal(value)} (${day}/${month}/${year} ${new Date(at).toISOString().slice(11, 19)})`
}

const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value))

/** What SDKs find in `StateReasonData`. */
export function alarmReasonData(
  rule: AlarmRule,
  { points }: Evaluation,
  read: { at: number; periodMs: number; statistic: string | null },
): string {
  return JSON.stringify({
    version: '1.0',
    queryDate: stamp(read.at),
    ...(points.length > 0 ? { startDate: stamp(Math.min(...points.map(({ at }) => at))) } : {}),
    ...(read.statistic === null ? {} : { statistic: read.statistic }),
    period: read.periodMs / 1000,
    recentDatapoints: points.map(({ value }) => value).toReversed(),
    threshold: rule.threshold,
    evaluatedDatapoints: points.map(({ at, value }) => ({ timestamp: stamp(at), value })),
  })
}

export const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000')
