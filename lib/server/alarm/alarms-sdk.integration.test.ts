import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  ListTagsForResourceCommand,
  paginateDescribeAlarms,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { database } from '../process'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'

/** Alarms as CloudWatch's own SDK puts and describes them. */
let mosaik: RunningConsole
let client: CloudWatchClient

beforeAll(async () => {
  mosaik = await openRunningConsole()
  client = new CloudWatchClient({
    endpoint: mosaik.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'any' },
    maxAttempts: 1,
  })
})
afterEach(async () => {
  await database().alarm.deleteMany()
  await database().alarmHistory.deleteMany()
})
afterAll(async () => {
  client.destroy()
  await mosaik.close()
})

const METRIC = {
  Namespace: 'AWS/Kafka',
  MetricName: 'KafkaDataLogsDiskUsed',
  Dimensions: [
    { Name: 'Cluster Name', Value: 'orders' },
    { Name: 'Broker ID', Value: '1' },
  ],
}
const DISK: PutMetricAlarmCommandInput = {
  AlarmName: 'disk',
  ...METRIC,
  Statistic: 'Maximum',
  Period: 300,
  EvaluationPeriods: 2,
  Threshold: 85,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
}
const put = (change: Partial<PutMetricAlarmCommandInput> = {}) =>
  client.send(new PutMetricAlarmCommand({ ...DISK, ...change }))
const describe = async () => (await client.send(new DescribeAlarmsCommand({}))).MetricAlarms ?? []
const history = async () =>
  (await client.send(new DescribeAlarmHistoryCommand({ AlarmName: 'disk' }))).AlarmHistoryItems?.map(
    ({ HistorySummary }) => HistorySummary,
  )

const query = (Id: string, MetricName: string, Period = 60) => ({
  Id,
  ReturnData: false,
  MetricStat: { Metric: { ...METRIC, MetricName }, Period, Stat: 'Average' },
})
const ONLY_MATHEMATICS = {
  Namespace: undefined,
  MetricName: undefined,
  Dimensions: undefined,
  Statistic: undefined,
  Period: undefined,
}

test('an alarm is put, described, overwritten and deleted; its history stays', async () => {
  await put({ AlarmDescription: 'Nearly full', TreatMissingData: 'notBreaching', DatapointsToAlarm: 1 })
  expect(await describe()).toMatchObject([
    {
      ...DISK,
      AlarmArn: 'arn:aws:cloudwatch:us-east-1:000000000000:alarm:disk',
      AlarmDescription: 'Nearly full',
      ActionsEnabled: true,
      AlarmActions: [],
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
      StateUpdatedTimestamp: expect.any(Date),
      TreatMissingData: 'notBreaching',
      DatapointsToAlarm: 1,
    },
  ])
  await client.send(
    new SetAlarmStateCommand({ AlarmName: 'disk', StateValue: 'ALARM', StateReason: 'to try it' }),
  )
  await put({ Threshold: 90 })
  const [changed] = await describe()
  expect(changed).toMatchObject({ Threshold: 90, StateValue: 'ALARM', StateReason: 'to try it' })
  expect(changed).not.toHaveProperty('AlarmDescription')
  await client.send(new DeleteAlarmsCommand({ AlarmNames: ['disk'] }))
  expect(await describe()).toEqual([])
  expect(await history()).toEqual([
    'Alarm "disk" deleted',
    'Alarm "disk" updated',
    'Alarm updated from INSUFFICIENT_DATA to ALARM',
    'Alarm "disk" created',
  ])
})

test('mathematics: CpuUser and CpuSystem together, as MSK recommends', async () => {
  const Metrics = [
    query('user', 'CpuUser'),
    query('system', 'CpuSystem'),
    { Id: 'busy', Expression: 'user + system', Label: 'CPU' },
  ]
  await put({ ...ONLY_MATHEMATICS, Metrics })
  expect(await describe()).toMatchObject([{ Metrics }])
})

test('alarms are found by name, prefix, state, action, metric, and in pages', async () => {
  for (const AlarmName of ['disk', 'disk-2', 'Disk-3', 'other']) await put({ AlarmName })
  const names = async (input: ConstructorParameters<typeof DescribeAlarmsCommand>[0] & object) =>
    (await client.send(new DescribeAlarmsCommand(input))).MetricAlarms?.map(({ AlarmName }) => AlarmName)
  expect(await names({ AlarmNames: ['other', 'nobody'] })).toEqual(['other'])
  expect(await names({ AlarmNamePrefix: 'disk' })).toEqual(['disk', 'disk-2'])
  expect(await names({ StateValue: 'OK' })).toEqual([])
  expect(await names({ ActionPrefix: 'arn:' })).toEqual([])
  expect(await names({ AlarmTypes: ['CompositeAlarm'] })).toEqual([])
  const pages: number[] = []
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client, pageSize: 3 }, {}))
    pages.push(MetricAlarms.length)
  expect(pages).toEqual([3, 1])
  const ofMetric = async (change: object) =>
    (await client.send(new DescribeAlarmsForMetricCommand({ ...METRIC, ...change }))).MetricAlarms?.length
  expect(await ofMetric({})).toBe(4)
  expect(await ofMetric({ Statistic: 'Sum' })).toBe(0)
  expect(await ofMetric({ Dimensions: [] })).toBe(0)
})

test('actions are switched off and on; tags are kept', async () => {
  await put({ Tags: [{ Key: 'team', Value: 'blue' }] })
  const AlarmNames = ['disk', 'nobody']
  const isEnabled = async () => (await describe())[0]?.ActionsEnabled
  await client.send(new DisableAlarmActionsCommand({ AlarmNames }))
  expect(await isEnabled()).toBe(false)
  await client.send(new EnableAlarmActionsCommand({ AlarmNames }))
  expect(await isEnabled()).toBe(true)
  const ResourceARN = (await describe())[0]?.AlarmArn ?? ''
  await client.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'stage', Value: 'test' }] }))
  await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['team'] }))
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceARN }))
  expect(Tags).toEqual([{ Key: 'stage', Value: 'test' }])
})

test.each<[string, Partial<PutMetricAlarmCommandInput>, string, RegExp]>([
  ['no threshold', { Threshold: undefined }, 'MissingParameter', /Threshold is required/],
  ['no period', { Period: undefined }, 'MissingParameter', /Period is required/],
  ['a period of 90', { Period: 90 }, 'ValidationError', /^Period must be 10, 20, 30 or a multiple of 60$/],
  ['8 days', { Period: 86_400, EvaluationPeriods: 8 }, 'ValidationError', /more than seven days/],
  [
    'more than a day',
    { EvaluationPeriods: 289 },
    'ValidationError',
    /more than a day \(EvaluationPeriods \* Period must be <= 86400\)/,
  ],
  ['3 of 2', { DatapointsToAlarm: 3 }, 'ValidationError', /DatapointsToAlarm/],
  [
    'two statistics',
    { ExtendedStatistic: 'p99' },
    'InvalidParameterCombination',
    /either Statistic or Extended/,
  ],
  [
    'a band',
    { ComparisonOperator: 'GreaterThanUpperThreshold' },
    'ValidationError',
    /GreaterThanUpperThreshold for parameter ComparisonOperator is not supported/,
  ],
  [
    'a treatment that is none',
    { TreatMissingData: 'guess' },
    'InvalidParameterValue',
    /one of missing, ignore, breaching, notBreaching/,
  ],
  [
    'an SNS topic',
    { AlarmActions: ['arn:aws:sns:us-east-1:000000000000:pager'] },
    'ValidationError',
    /^Invalid action arn:aws:sns.*webhook\/NAME/,
  ],
  [
    'a webhook nobody added',
    { OKActions: ['arn:aws:mosaik::000000000000:webhook/pager'] },
    'ValidationError',
    /There is no webhook pager/,
  ],
  ['a name with a line break', { AlarmName: 'a\nb' }, 'ValidationError', /control characters/],
  [
    'a detector',
    { ThresholdMetricId: 'ad1' },
    'NotImplemented',
    /ThresholdMetricId of an alarm is not built/,
  ],
  ['few samples', { EvaluateLowSampleCountPercentile: 'ignore' }, 'NotImplemented', /not built/],
  [
    'a metric and mathematics',
    { Metrics: [query('a', 'CpuUser')] },
    'InvalidParameterCombination',
    /MetricName and Metrics are mutually exclusive/,
  ],
  [
    'two results',
    {
      ...ONLY_MATHEMATICS,
      Metrics: [query('a', 'CpuUser'), query('b', 'CpuUser')].map((one) => ({ ...one, ReturnData: true })),
    },
    'ValidationError',
    /Exactly one element of the metrics list should return data/,
  ],
  [
    'two periods',
    {
      ...ONLY_MATHEMATICS,
      Metrics: [query('a', 'CpuUser'), query('b', 'CpuUser', 300), { Id: 'c', Expression: 'a + b' }],
    },
    'ValidationError',
    /different periods/,
  ],
  [
    '11 metrics',
    {
      ...ONLY_MATHEMATICS,
      Metrics: [
        ...Array.from({ length: 11 }, (_, index) => query(`m${index}`, 'CpuUser')),
        { Id: 'c', Expression: 'SUM(METRICS())' },
      ],
    },
    'ValidationError',
    /one to 10 metrics, not 11/,
  ],
  [
    'an array',
    { ...ONLY_MATHEMATICS, Metrics: [query('a', 'CpuUser'), { Id: 'c', Expression: 'METRICS()' }] },
    'ValidationError',
    /yields an array/,
  ],
])('%s is refused', async (_, change, code, message) => {
  await expect(put(change)).rejects.toMatchObject({ Code: code, message: expect.stringMatching(message) })
  expect(await describe()).toEqual([])
})

test('what is not there is told, and nothing is done', async () => {
  await put()
  const unknown = client.send(new DeleteAlarmsCommand({ AlarmNames: ['disk', 'nobody'] }))
  await expect(unknown).rejects.toMatchObject({
    name: 'ResourceNotFound',
    message: 'Unknown alarms: nobody.',
  })
  expect(await describe()).toHaveLength(1)
  const state = { AlarmName: 'disk', StateValue: 'ALARM', StateReason: 'x' } as const
  await expect(
    client.send(new SetAlarmStateCommand({ ...state, AlarmName: 'nobody' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFound',
  })
  await expect(
    client.send(new SetAlarmStateCommand({ ...state, StateReasonData: 'no JSON' })),
  ).rejects.toMatchObject({ Code: 'InvalidParameterValue' })
})
