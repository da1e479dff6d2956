import { describe, expect, test } from 'vitest'
import { alarmEvents, ringingSpans, type AlarmEvent } from './history'

const changed = (at: number, from: string, to: string) => ({
  AlarmName: 'disk',
  Timestamp: at / 1000,
  HistoryItemType: 'StateUpdate' as const,
  HistorySummary: '',
  HistoryData: JSON.stringify({
    oldState: { stateValue: from, stateReason: '' },
    newState: { stateValue: to, stateReason: 'because' },
  }),
})
const events = (...changes: [at: number, from: string, to: string][]): readonly AlarmEvent[] =>
  alarmEvents(changes.map((change) => changed(...change)).toReversed())

test('the history is read in CloudWatch’s own members', () => {
  const item = { AlarmName: 'disk', Timestamp: 1, HistorySummary: 'as it was' }
  const read = alarmEvents([
    { ...item, HistoryItemType: 'ConfigurationUpdate', HistoryData: '{"type":"Create"}' },
    {
      ...item,
      HistoryItemType: 'Action',
      HistoryData: '{"notificationResource":"arn:aws:mosaik::0:webhook/pager","error":"It answered 500."}',
    },
    { ...item, HistoryItemType: 'Action', HistoryData: 'no JSON' },
  ])
  expect(read).toMatchObject([
    { is: 'configured', did: 'Create' },
    { is: 'told', webhook: 'pager', error: 'It answered 500.' },
    { is: 'other', text: 'as it was' },
  ])
})

describe('when it rang', () => {
  const window = { from: 1_000, to: 9_000 }
  const ok = { state: 'OK', since: 0 } as const
  const ringing = { state: 'ALARM', since: 0 } as const
  test.each<[string, readonly AlarmEvent[], typeof ok | typeof ringing, object[]]>([
    ['never', [], ok, []],
    ['all the time', [], ringing, [{ from: 1_000, to: 9_000 }]],
    ['once', events([2_000, 'OK', 'ALARM'], [3_000, 'ALARM', 'OK']), ok, [{ from: 2_000, to: 3_000 }]],
    ['still', events([2_000, 'OK', 'ALARM']), ringing, [{ from: 2_000, to: 9_000 }]],
    ['since before', events([500, 'OK', 'ALARM'], [3_000, 'ALARM', 'OK']), ok, [{ from: 1_000, to: 3_000 }]],
    ['since before what is kept', events([3_000, 'ALARM', 'OK']), ok, [{ from: 1_000, to: 3_000 }]],
    [
      'twice',
      events(
        [2_000, 'INSUFFICIENT_DATA', 'ALARM'],
        [3_000, 'ALARM', 'INSUFFICIENT_DATA'],
        [4_000, 'INSUFFICIENT_DATA', 'ALARM'],
        [5_000, 'ALARM', 'OK'],
      ),
      ok,
      [
        { from: 2_000, to: 3_000 },
        { from: 4_000, to: 5_000 },
      ],
    ],
  ])('%s', (_, happened, now, spans) => {
    expect(ringingSpans(happened, now, window)).toEqual(spans)
  })
})
