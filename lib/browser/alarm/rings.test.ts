import { expect, test } from 'vitest'
import { ringsOf } from './rings'

const changed = (AlarmName: string, Timestamp: number, from: string, to: string) => ({
  AlarmName,
  Timestamp,
  HistoryItemType: 'StateUpdate' as const,
  HistorySummary: '',
  HistoryData: JSON.stringify({
    oldState: { stateValue: from, stateReason: '' },
    newState: { stateValue: to, stateReason: '' },
  }),
})

test('alarms rang from a change to the next, or still do', () => {
  const items = [
    changed('b', 5, 'OK', 'ALARM'),
    changed('a', 4, 'INSUFFICIENT_DATA', 'OK'),
    changed('a', 3, 'ALARM', 'INSUFFICIENT_DATA'),
    changed('a', 2, 'OK', 'ALARM'),
    changed('b', 1, 'ALARM', 'OK'),
  ]
  expect(ringsOf(items)).toEqual([
    { name: 'b', from: 5_000, to: null },
    { name: 'a', from: 2_000, to: 3_000 },
  ])
})
