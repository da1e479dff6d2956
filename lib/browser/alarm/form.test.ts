import { describe, expect, test } from 'vitest'
import { suggestCondition } from '@/lib/domain/alarm/suggest'
import { changedAlarm, firstValues, newAlarms, valuesOf } from './form'
import { targetsOf } from './targets'
import type { Alarm } from './wire'

const known = { clusterName: 'orders', brokerIds: [1, 2], series: [] }
const begin = (metric: string) =>
  firstValues({ metric, of: 'each', statistic: 'Average', suggested: suggestCondition([metric], [4]) })

describe('what a metric can be watched of', () => {
  const topic = { 'Cluster Name': 'orders', 'Broker ID': '1', Topic: 'payments' }
  test.each([
    ['BytesInPerSec', [topic], ['each', 'Broker ID 1', 'Broker ID 2', 'Broker ID 1, Topic payments']],
    ['OfflinePartitionsCount', [], ['cluster']],
    ['KafkaDataLogsDiskUsed', [], ['each', 'Broker ID 1', 'Broker ID 2', 'cluster']],
    [
      'MaxOffsetLag',
      [{ 'Cluster Name': 'orders', 'Consumer Group': 'g', Topic: 't' }],
      ['Consumer Group g, Topic t'],
    ],
  ])('%s', (metric, series, values) => {
    expect(targetsOf(metric, { ...known, series }).map(({ value }) => value)).toEqual(values)
  })

  test('the only broker is not each of several', () => {
    expect(targetsOf('CpuUser', { ...known, brokerIds: [1] }).map(({ is }) => is)).toEqual(['broker'])
  })
})

describe('new alarms', () => {
  const each = targetsOf('BytesInPerSec', known)[0]?.dimensions ?? []
  test('one for every broker, called after what it watches', () => {
    expect(newAlarms(begin('BytesInPerSec'), 'orders', each)).toMatchObject([
      {
        AlarmName: 'orders-bytes-in-per-sec-broker-1',
        MetricName: 'BytesInPerSec',
        Threshold: 6,
        Period: 60,
      },
      { AlarmName: 'orders-bytes-in-per-sec-broker-2', EvaluationPeriods: 5, DatapointsToAlarm: 5 },
    ])
  })
  test('a name of one’s own is kept, and told apart by broker', () => {
    const values = { ...begin('BytesInPerSec'), name: 'busy' }
    expect(newAlarms(values, 'orders', each).map(({ AlarmName }) => AlarmName)).toEqual([
      'busy-broker-1',
      'busy-broker-2',
    ])
    expect(newAlarms(values, 'orders', each.slice(0, 1)).map(({ AlarmName }) => AlarmName)).toEqual(['busy'])
  })
})

describe('a changed alarm', () => {
  const state = {
    AlarmArn: 'arn',
    AlarmConfigurationUpdatedTimestamp: 1,
    StateValue: 'OK',
    StateReason: '',
    StateTransitionedTimestamp: 1,
  } as const
  const [first] = newAlarms(begin('CpuUser + CpuSystem'), 'orders', [{ 'Cluster Name': 'orders' }])
  if (first === undefined) throw new Error('There is one.')
  const alarm: Alarm = {
    ...first,
    ...state,
    ActionsEnabled: false,
    InsufficientDataActions: ['arn:aws:mosaik::0:webhook/pager'],
  }
  test('that was not changed is the same', () => {
    expect({ ...changedAlarm(alarm, valuesOf(alarm)), ...state }).toEqual(alarm)
  })
  test('has what was changed and keeps what the form does not show', () => {
    const { Metrics, ...changed } = changedAlarm(alarm, { ...valuesOf(alarm), threshold: '9', period: '300' })
    expect(changed).toMatchObject({
      Threshold: 9,
      ActionsEnabled: false,
      InsufficientDataActions: [expect.any(String)],
    })
    expect(Metrics?.flatMap(({ MetricStat }) => MetricStat?.Period ?? [])).toEqual([300, 300])
  })
})
