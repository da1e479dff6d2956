import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type ListMetricsCommandInput,
  paginateGetMetricData,
  type MetricDataQuery,
  type Statistic,
} from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantReadings } from '../../testing/planted-readings'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'

/** CloudWatch as its own SDK asks it. */
let mosaik: RunningConsole
let client: CloudWatchClient

const MINUTE_MS = 60_000
/** The end of a whole minute, so that every period of the tests is full. */
const END = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS
const before = (minutes: number) => new Date(END - minutes * MINUTE_MS)

const clientFor = (region: string) =>
  new CloudWatchClient({
    endpoint: mosaik.url,
    region,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'any' },
    maxAttempts: 1,
  })

beforeAll(async () => {
  mosaik = await openRunningConsole()
  client = clientFor('us-east-1')
  const ofBroker = (id: string) => ({ 'Cluster Name': 'orders', 'Broker ID': id })
  plantReadings({ metric: 'CpuUser', ...ofBroker('1') }, END, [10, 20, 30, 40, 50, 60, 1, 2, 3, 4, 5, 6])
  plantReadings({ metric: 'CpuSystem', ...ofBroker('1') }, END, [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
  plantReadings({ metric: 'CpuUser', ...ofBroker('2') }, END, [7, 7, 7, 7, 7, 7])
  plantReadings({ metric: 'OfflinePartitionsCount', 'Cluster Name': 'orders' }, END, [0])
  plantReadings({ metric: 'CpuUser', region: 'eu-west-1', ...ofBroker('1') }, END, [99])
})
afterAll(async () => {
  client.destroy()
  await mosaik.close()
})

const metric = (name: string, broker: string) => ({
  Namespace: 'AWS/Kafka',
  MetricName: name,
  Dimensions: [
    { Name: 'Cluster Name', Value: 'orders' },
    { Name: 'Broker ID', Value: broker },
  ],
})
const query = (Id: string, name: string, broker: string, Stat = 'Average'): MetricDataQuery => ({
  Id,
  MetricStat: { Metric: metric(name, broker), Period: 60, Stat },
})

async function data(queries: MetricDataQuery[], more: { MaxDatapoints?: number } = {}) {
  const reply = await client.send(
    new GetMetricDataCommand({
      MetricDataQueries: queries,
      StartTime: before(5),
      EndTime: new Date(END),
      ScanBy: 'TimestampAscending',
      ...more,
    }),
  )
  return (reply.MetricDataResults ?? []).map(({ Id, Label, Values, StatusCode }) => ({
    Id,
    Label,
    Values,
    StatusCode,
  }))
}

test('ListMetrics: all, by name, by dimension, by region', async () => {
  const list = async (input: ListMetricsCommandInput, from = client) =>
    (await from.send(new ListMetricsCommand(input))).Metrics ?? []
  expect(await list({})).toHaveLength(4)
  expect(await list({ Namespace: 'AWS/EC2' })).toEqual([])
  expect(await list({ MetricName: 'CpuUser', RecentlyActive: 'PT3H' })).toEqual([
    metric('CpuUser', '1'),
    metric('CpuUser', '2'),
  ])
  expect(await list({ Dimensions: [{ Name: 'Broker ID' }] })).toHaveLength(3)
  expect(await list({ Dimensions: [{ Name: 'Broker ID', Value: '2' }] })).toEqual([metric('CpuUser', '2')])
  expect(await list({ Dimensions: [{ Name: 'InstanceId' }] })).toEqual([])
  const elsewhere = clientFor('eu-west-1')
  expect(await list({}, elsewhere)).toEqual([metric('CpuUser', '1')])
  elsewhere.destroy()
})

test('GetMetricStatistics: every statistic, exact', async () => {
  const Statistics: Statistic[] = ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount']
  const { Datapoints, Label } = await client.send(
    new GetMetricStatisticsCommand({
      ...metric('CpuUser', '1'),
      StartTime: before(2),
      EndTime: new Date(END),
      Period: 60,
      Statistics,
      ExtendedStatistics: ['p50', 'p100'],
    }),
  )
  expect(Label).toBe('CpuUser')
  expect(Datapoints).toMatchObject([
    {
      Timestamp: before(2),
      Unit: 'Percent',
      Average: 35,
      Sum: 210,
      Minimum: 10,
      Maximum: 60,
      SampleCount: 6,
    },
    { Timestamp: before(1), Average: 3.5, Sum: 21, Minimum: 1, Maximum: 6, SampleCount: 6 },
  ])
  expect(Datapoints?.[0]?.ExtendedStatistics).toMatchObject({ p50: 30, p100: 60 })
})

test('GetMetricData: metrics, mathematics and labels', async () => {
  expect(
    await data([
      { ...query('user', 'CpuUser', '1'), ReturnData: false },
      { ...query('system', 'CpuSystem', '1'), ReturnData: false },
      { Id: 'busy', Expression: 'user + system', Label: 'busy' },
      { Id: 'all', Expression: 'SUM(METRICS())' },
    ]),
  ).toEqual([
    { Id: 'busy', Label: 'busy', Values: [36, 5.5], StatusCode: 'Complete' },
    { Id: 'all', Label: 'all', Values: [36, 5.5], StatusCode: 'Complete' },
  ])
  expect(await data([query('a', 'CpuUser', '1', 'Maximum'), query('b', 'CpuUser', '2', 'Maximum')])).toEqual([
    { Id: 'a', Label: '1', Values: [60, 6], StatusCode: 'Complete' },
    { Id: 'b', Label: '2', Values: [7], StatusCode: 'Complete' },
  ])
  expect(await data([query('a', 'CpuUser', '1'), { Id: 'each', Expression: 'METRICS() * 2' }])).toEqual([
    { Id: 'a', Label: 'CpuUser', Values: [35, 3.5], StatusCode: 'Complete' },
    { Id: 'each', Label: 'each', Values: [70, 7], StatusCode: 'Complete' },
  ])
  expect(await data([query('none', 'NoSuchMetric', '1'), query('nobody', 'CpuUser', '9')])).toEqual([
    { Id: 'none', Label: '1 NoSuchMetric', Values: [], StatusCode: 'Complete' },
    { Id: 'nobody', Label: '9 CpuUser', Values: [], StatusCode: 'Complete' },
  ])
})

test('GetMetricData in pages: every point once, in order', async () => {
  const pages = paginateGetMetricData(
    { client, pageSize: 5 },
    {
      MetricDataQueries: [
        { Id: 'a', MetricStat: { Metric: metric('CpuUser', '1'), Period: 10, Stat: 'Sum' } },
        { Id: 'b', MetricStat: { Metric: metric('CpuUser', '2'), Period: 10, Stat: 'Sum' } },
      ],
      StartTime: before(5),
      EndTime: new Date(END),
      ScanBy: 'TimestampDescending',
    },
  )
  const seen: Record<string, number[]> = { a: [], b: [] }
  const states: string[] = []
  for await (const { MetricDataResults } of pages) {
    for (const { Id = '', Values = [], StatusCode } of MetricDataResults ?? []) {
      seen[Id]?.push(...Values)
      states.push(`${Id} ${Values.length} ${StatusCode}`)
    }
  }
  expect(seen).toEqual({ a: [6, 5, 4, 3, 2, 1, 60, 50, 40, 30, 20, 10], b: [7, 7, 7, 7, 7, 7] })
  expect(states).toEqual([
    'a 5 PartialData',
    'a 5 PartialData',
    'a 2 Complete',
    'b 3 PartialData',
    'b 3 Complete',
  ])
})

test.each<[string, Partial<MetricDataQuery>, string, string]>([
  ['an id', { Id: 'Busy' }, 'ValidationError', 'not matching the expected pattern'],
  [
    'a function',
    { MetricStat: undefined, Expression: 'RATE(m1)' },
    'ValidationError',
    "Error in expression 'a': Unsupported function RATE.",
  ],
  ['an unknown id', { MetricStat: undefined, Expression: 'm9 * 2' }, 'ValidationError', 'Undefined id "m9".'],
  ['a circle', { MetricStat: undefined, Expression: 'a + 1' }, 'ValidationError', 'in a circle'],
  ['a number', { MetricStat: undefined, Expression: '1 + 1' }, 'ValidationError', 'a single number'],
  ['both', { Expression: '1' }, 'InvalidParameterCombination', 'mutually exclusive'],
])('%s that is wrong gets an error of CloudWatch', async (_, change, code, message) => {
  const sent = client.send(
    new GetMetricDataCommand({
      MetricDataQueries: [{ ...query('a', 'CpuUser', '1'), ...change }],
      StartTime: before(5),
      EndTime: new Date(END),
    }),
  )
  await expect(sent).rejects.toMatchObject({ Code: code, message: expect.stringContaining(message) })
})
