import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch'
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantReadings } from '../../testing/planted-readings'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'

/** CloudWatch as the SDKs for Go and Java ask it: Smithy's RPC v2 in CBOR, here from the SDK for JavaScript. */
let mosaik: RunningConsole
let cbor: CloudWatchClient
let json: CloudWatchClient

const END = Math.floor(Date.now() / 60_000) * 60_000
const METRIC = {
  Namespace: 'AWS/Kafka',
  MetricName: 'CpuUser',
  Dimensions: [{ Name: 'Cluster Name', Value: 'orders' }],
}
const WINDOW = { StartTime: new Date(END - 300_000), EndTime: new Date(END) }

beforeAll(async () => {
  mosaik = await openRunningConsole()
  plantReadings({ metric: 'CpuUser', 'Cluster Name': 'orders' }, END, [1, 2.5, 3, 4, 5, 1e12])
  const settings = {
    endpoint: mosaik.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  }
  const defaultNamespace = 'com.amazonaws.cloudwatch'
  cbor = new CloudWatchClient({ ...settings, protocol: new SmithyRpcV2CborProtocol({ defaultNamespace }) })
  json = new CloudWatchClient(settings)
})
afterAll(async () => {
  cbor.destroy()
  json.destroy()
  await mosaik.close()
})

const both = async (ask: (client: CloudWatchClient) => Promise<object>) => {
  const [one, other] = await Promise.all([ask(cbor), ask(json)])
  return [one, other].map((reply) => ({ ...reply, $metadata: null }))
}

test('figures are those of the other protocols', async () => {
  const query = (Period: number) => ({
    Id: `m${Period}`,
    MetricStat: { Metric: METRIC, Period, Stat: 'Average' },
  })
  const data = new GetMetricDataCommand({ ...WINDOW, MetricDataQueries: [query(10), query(60)] })
  const [one, other] = await both((client) => client.send(data))
  expect(one).toEqual(other)
  expect(one).toMatchObject({
    MetricDataResults: [{ Values: [1e12, 5, 4, 3, 2.5, 1] }, { Timestamps: [new Date(END - 60_000)] }],
  })
  const statistics = new GetMetricStatisticsCommand({
    ...METRIC,
    ...WINDOW,
    Period: 60,
    Statistics: ['Sum', 'SampleCount'],
    ExtendedStatistics: ['p50'],
  })
  const [read, expected] = await both((client) => client.send(statistics))
  expect(read).toEqual(expected)
  expect(read).toMatchObject({ Datapoints: [{ SampleCount: 6, ExtendedStatistics: { p50: 3 } }] })
  expect(await cbor.send(new ListMetricsCommand({ RecentlyActive: 'PT3H' }))).toMatchObject({
    Metrics: [METRIC],
  })
})

test('an alarm is put, read and deleted', async () => {
  const definition = {
    ...METRIC,
    AlarmName: 'busy',
    Period: 60,
    Statistic: 'Average' as const,
    Threshold: 60.5,
    ComparisonOperator: 'GreaterThanThreshold' as const,
    EvaluationPeriods: 1,
  }
  await cbor.send(new PutMetricAlarmCommand(definition))
  const [one, other] = await both((client) => client.send(new DescribeAlarmsCommand({})))
  expect(one).toEqual(other)
  expect(one).toMatchObject({ MetricAlarms: [definition] })
  await cbor.send(new DeleteAlarmsCommand({ AlarmNames: ['busy'] }))
  expect(await cbor.send(new DescribeAlarmsCommand({}))).toMatchObject({ MetricAlarms: [] })
})

test('what is wrong is told in the same words and under the same name', async () => {
  const statistics = new GetMetricStatisticsCommand({ ...METRIC, ...WINDOW, Period: 7, Statistics: ['Sum'] })
  await expect(cbor.send(statistics)).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: 'The parameter Period must be a value in the set [1, 5, 10, 20, 30] or a multiple of 60.',
    $metadata: { httpStatusCode: 400 },
  })
})

const post = (operation: string, body: Uint8Array | string) =>
  fetch(`${mosaik.url}/service/GraniteServiceVersion20100801/operation/${operation}`, {
    method: 'POST',
    headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
    body: typeof body === 'string' ? Buffer.from(body, 'hex') : Buffer.from(body),
  })

test.each([
  ['an operation there is not', 'Nothing', 'a0', 'InvalidAction;Sender'],
  ['an operation that is not built', 'PutDashboard', 'a0', 'NotImplemented;Receiver'],
  ['half a map', 'ListMetrics', 'bf', 'MalformedInput;Sender'],
  ['a list longer than its body', 'ListMetrics', '9b00000000ffffffff01', 'MalformedInput;Sender'],
  ['a hundred thousand lists in each other', 'ListMetrics', '81'.repeat(100_000), 'MalformedInput;Sender'],
  [
    'a number beyond all numbers',
    'DescribeAlarms',
    'a16a4d61785265636f7264731bffffffffffffffff',
    'MalformedInput;Sender',
  ],
  ['no map at all', 'ListMetrics', '01', 'InvalidParameterValue;Sender'],
  ['nothing of what is needed', 'GetMetricData', '', 'MissingParameter;Sender'],
])('%s', async (_, operation, body, problem) => {
  const response = await post(operation, body)
  expect(response.headers.get('x-amzn-query-error')).toBe(problem)
  expect(response.headers.get('smithy-protocol')).toBe('rpc-v2-cbor')
})
