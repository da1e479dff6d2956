import { expect, test } from 'vitest'
import { MISSING_DATA, type AlarmRule, type MissingData } from './alarm'
import { evaluateAlarm } from './evaluate-alarm'

const rule = (change: Partial<AlarmRule> = {}): AlarmRule => ({
  comparison: 'GreaterThanThreshold',
  threshold: 10,
  datapointsToAlarm: 3,
  evaluationPeriods: 3,
  missingData: 'missing',
  ...change,
})

/** As the docs write it, newest last: X breaches, 0 does not, - is missing. */
const slots = (text: string) =>
  text.split(' ').map((sign, index) => (sign === '-' ? null : { at: index, value: sign === 'X' ? 11 : 10 }))

type Row = [points: string, filled: number, ...Record<MissingData, string>[]]

const states = (change: Partial<AlarmRule>, points: string) =>
  Object.fromEntries(
    MISSING_DATA.map((missingData) => [
      missingData,
      evaluateAlarm(rule({ ...change, missingData }), slots(points)).state ?? 'stays',
    ]),
  )

const row = (missing: string, ignore: string, breaching: string, notBreaching: string) => ({
  missing,
  ignore,
  breaching,
  notBreaching,
})

/** The first table of the docs, 3 of 3, and what its text says about the beginning of data. */
const THREE_OF_THREE: readonly Row[] = [
  ['0 - X - X', 0, row('OK', 'OK', 'OK', 'OK')],
  ['0 - - - -', 2, row('OK', 'OK', 'OK', 'OK')],
  ['- - - - -', 3, row('INSUFFICIENT_DATA', 'stays', 'ALARM', 'OK')],
  ['0 X X - X', 0, row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
  ['- - X - -', 2, row('ALARM', 'stays', 'ALARM', 'OK')],
  ['- - - - X', 2, row('stays', 'stays', 'ALARM', 'OK')],
  ['- - - X -', 2, row('stays', 'stays', 'ALARM', 'OK')],
  ['- - - X 0', 1, row('OK', 'OK', 'OK', 'OK')],
  ['- - X - 0', 1, row('OK', 'OK', 'OK', 'OK')],
  ['X X X 0 0', 0, row('OK', 'OK', 'OK', 'OK')],
  ['0 0 X X X', 0, row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
]
test.each(THREE_OF_THREE)('3 of 3, %s', (points, filled, expected) => {
  expect(states({}, points)).toEqual(expected)
  expect(evaluateAlarm(rule(), slots(points)).filled).toBe(filled)
})

/** The second table, 2 of 3. */
const TWO_OF_THREE: readonly Row[] = [
  ['0 - X - X', 0, row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
  ['0 0 X 0 X', 0, row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
  ['0 - X - -', 1, row('OK', 'OK', 'ALARM', 'OK')],
  ['- - - - 0', 2, row('OK', 'OK', 'ALARM', 'OK')],
  ['- - - X -', 2, row('ALARM', 'stays', 'ALARM', 'OK')],
  ['- - - - X', 2, row('stays', 'stays', 'ALARM', 'OK')],
  ['- - X X -', 1, row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
]
test.each(TWO_OF_THREE)('2 of 3, %s', (points, filled, expected) => {
  expect(states({ datapointsToAlarm: 2 }, points)).toEqual(expected)
  expect(evaluateAlarm(rule({ datapointsToAlarm: 2 }), slots(points)).filled).toBe(filled)
})

const ONE = { datapointsToAlarm: 1, evaluationPeriods: 1 }
test.each<[string, Record<MissingData, string>]>([
  ['- - X', row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
  ['X - -', row('ALARM', 'ALARM', 'ALARM', 'ALARM')],
  ['X - 0', row('OK', 'OK', 'OK', 'OK')],
  ['- - -', row('INSUFFICIENT_DATA', 'stays', 'ALARM', 'OK')],
])('1 of 1, %s', (points, expected) => {
  expect(states(ONE, points)).toEqual(expected)
})

test.each<[AlarmRule['comparison'], string]>([
  ['GreaterThanThreshold', '9 OK, 10 OK, 11 ALARM'],
  ['GreaterThanOrEqualToThreshold', '9 OK, 10 ALARM, 11 ALARM'],
  ['LessThanThreshold', '9 ALARM, 10 OK, 11 OK'],
  ['LessThanOrEqualToThreshold', '9 ALARM, 10 ALARM, 11 OK'],
])('%s', (comparison, expected) => {
  const state = (value: number) =>
    evaluateAlarm(rule({ ...ONE, comparison }), [null, null, { at: 0, value }]).state
  expect([9, 10, 11].map((value) => `${value} ${state(value)}`).join(', ')).toBe(expected)
})
