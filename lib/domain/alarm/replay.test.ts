import { expect, test } from 'vitest'
import type { AlarmRule } from './alarm'
import { replayAlarm } from './replay'

const MINUTE = 60_000
const rule = (rest: Partial<AlarmRule> = {}): AlarmRule => ({
  comparison: 'GreaterThanThreshold',
  threshold: 10,
  datapointsToAlarm: 1,
  evaluationPeriods: 1,
  missingData: 'missing',
  ...rest,
})

/** One value a minute; `-` is a minute without any. */
function line(text: string) {
  const all = text.split(' ').map((word, place) => ({ at: place * MINUTE, word }))
  const known = all.filter(({ word }) => word !== '-')
  return { at: known.map(({ at }) => at), values: known.map(({ word }) => Number(word)), count: all.length }
}

/** Minutes of the window in which it rang. */
const replayed = (text: string, given: AlarmRule) => {
  const { count, ...points } = line(text)
  return replayAlarm(given, points, { from: 0, to: count * MINUTE }, MINUTE).map(({ from, to }) => [
    from / MINUTE,
    to / MINUTE,
  ])
}

test.each<[string, string, AlarmRule, number[][]]>([
  ['never', '1 2 3 4 5 6 7', rule(), []],
  ['for one value', '1 1 1 1 20 1 1', rule(), [[5, 6]]],
  [
    'twice',
    '1 1 1 20 1 20 20 1',
    rule(),
    [
      [4, 5],
      [6, 8],
    ],
  ],
  ['from now on', '1 1 1 1 20', rule(), [[5, 5]]],
  ['and still', '1 1 1 20 20 20', rule(), [[4, 6]]],
  [
    'after three of three',
    '1 1 1 1 20 20 20 1',
    rule({ evaluationPeriods: 3, datapointsToAlarm: 3 }),
    [[7, 8]],
  ],
  ['for two of three', '1 1 1 1 20 1 20 1 1', rule({ evaluationPeriods: 3, datapointsToAlarm: 2 }), [[7, 8]]],
  [
    'where nothing is measured and that counts',
    '1 1 1 - - - 1',
    rule({ missingData: 'breaching' }),
    [[6, 7]],
  ],
  ['not where nothing is measured', '1 1 1 - - - 1', rule(), []],
  ['below a limit', '20 20 20 20 5 20 20', rule({ comparison: 'LessThanThreshold' }), [[5, 6]]],
])('it would have rung %s', (_, text, given, spans) => {
  expect(replayed(text, given)).toEqual(spans)
})
