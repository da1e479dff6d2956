import { afterAll, beforeAll, expect, test } from 'vitest'
import { replyProblems } from '../../testing/aws-model'
import { plantReadings } from '../../testing/planted-readings'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'

/** Raw replies, held against the model of the service. */
let mosaik: RunningConsole

const END = Math.floor(Date.now() / 60_000) * 60_000
const METRIC = {
  Namespace: 'AWS/Kafka',
  MetricName: 'CpuUser',
  Dimensions: [{ Name: 'Cluster Name', Value: 'orders' }],
}
const WINDOW = { StartTime: END / 1000 - 300, EndTime: END / 1000 }

beforeAll(async () => {
  mosaik = await openRunningConsole()
  plantReadings({ metric: 'CpuUser', 'Cluster Name': 'orders' }, END, [1, 2, 3, 4, 5, 6])
  const threshold = { Threshold: 1, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 }
  const query = { Id: 'm1', MetricStat: { Metric: METRIC, Period: 60, Stat: 'Average' } }
  const put = (alarm: object) => raw('PutMetricAlarm', { ...threshold, ...alarm })
  await put({
    ...METRIC,
    AlarmName: 'busy',
    Period: 60,
    Statistic: 'Average',
    Tags: [{ Key: 'a', Value: 'b' }],
  })
  await put({ AlarmName: 'mathematics', Metrics: [query], AlarmDescription: 'x', TreatMissingData: 'ignore' })
  await raw('SetAlarmState', {
    AlarmName: 'busy',
    StateValue: 'ALARM',
    StateReason: 'a test',
    StateReasonData: '{}',
  })
})
afterAll(() => mosaik.close())

async function raw(operation: string, input: unknown): Promise<unknown> {
  const response = await fetch(mosaik.url, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
    },
  })
  const body: unknown = await response.json()
  expect({ status: response.status, body }).toMatchObject({ status: 200 })
  return body
}

test.each<[string, unknown]>([
  ['ListMetrics', {}],
  ['DescribeAlarms', {}],
  ['DescribeAlarmsForMetric', METRIC],
  ['DescribeAlarmHistory', {}],
  ['ListTagsForResource', { ResourceARN: 'arn:aws:cloudwatch:us-east-1:000000000000:alarm:busy' }],
  [
    'GetMetricData',
    {
      ...WINDOW,
      MaxDatapoints: 2,
      MetricDataQueries: [{ Id: 'm1', MetricStat: { Metric: METRIC, Period: 10, Stat: 'p90' } }],
    },
  ],
  [
    'GetMetricStatistics',
    {
      ...METRIC,
      ...WINDOW,
      Period: 60,
      Statistics: ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount'],
      ExtendedStatistics: ['p99'],
    },
  ],
])('%s', async (operation, input) => {
  expect(replyProblems(operation, await raw(operation, input), 'cloudWatch')).toEqual([])
})
