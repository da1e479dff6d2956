import { expect, test } from 'vitest'
import type { AlarmRule, AlarmState } from './alarm'
import { evaluateAlarm } from './evaluate-alarm'
import { alarmReason, alarmReasonData } from './reason'

const AT = Date.UTC(2026, 10, 30, 11, 5)
const rule: AlarmRule = {
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 85,
  datapointsToAlarm: 2,
  evaluationPeriods: 3,
  missingData: 'missing',
}

const reason = (change: Partial<AlarmRule>, values: (number | null)[], from: AlarmState, to: AlarmState) => {
  const own = { ...rule, ...change }
  const slots = values.map((value, index) => (value === null ? null : { at: AT + index * 60_000, value }))
  return alarmReason(own, evaluateAlarm(own, slots), from, to)
}

test.each<[Partial<AlarmRule>, (number | null)[], AlarmState, AlarmState, string]>([
  [
    {},
    [0, 0, 90.5, 80, 85],
    'OK',
    'ALARM',
    'Threshold Crossed: 2 out of the last 3 datapoints [85.0 (30/11/26 11:09:00), 90.5 (30/11/26 11:07:00)] were greater than or equal to the threshold (85.0) (minimum 2 datapoints for OK -> ALARM transition).',
  ],
  [
    { datapointsToAlarm: 1, evaluationPeriods: 1 },
    [90, 90, 1],
    'ALARM',
    'OK',
    'Threshold Crossed: 1 out of the last 1 datapoints [1.0 (30/11/26 11:07:00)] was not greater than or equal to the threshold (85.0) (minimum 1 datapoint for ALARM -> OK transition).',
  ],
  [
    {},
    [null, null, null, null, null],
    'OK',
    'INSUFFICIENT_DATA',
    'Insufficient Data: 3 datapoints were unknown.',
  ],
  [
    { missingData: 'breaching' },
    [null, null, null, null, null],
    'OK',
    'ALARM',
    'Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].',
  ],
  [
    { missingData: 'notBreaching' },
    [null, null, null, null, 1],
    'ALARM',
    'OK',
    'Threshold Crossed: 1 out of the last 1 datapoints [1.0 (30/11/26 11:09:00)] was not greater than or equal to the threshold (85.0), and 2 missing datapoints were treated as [NonBreaching] (minimum 2 datapoints for ALARM -> OK transition).',
  ],
])('%j %j', (change, values, from, to, sentence) => {
  expect(reason(change, values, from, to)).toBe(sentence)
})

test('the data behind a reason', () => {
  const evaluation = evaluateAlarm(rule, [null, null, { at: AT, value: 90 }, { at: AT + 60_000, value: 91 }])
  const data: unknown = JSON.parse(
    alarmReasonData(rule, evaluation, { at: AT + 130_000, periodMs: 60_000, statistic: 'Average' }),
  )
  expect(data).toEqual({
    version: '1.0',
    queryDate: '2026-11-30T11:07:10.000+0000',
    startDate: '2026-11-30T11:05:00.000+0000',
    statistic: 'Average',
    period: 60,
    recentDatapoints: [90, 91],
    threshold: 85,
    evaluatedDatapoints: [
      { timestamp: '2026-11-30T11:06:00.000+0000', value: 91 },
      { timestamp: '2026-11-30T11:05:00.000+0000', value: 90 },
    ],
  })
})
