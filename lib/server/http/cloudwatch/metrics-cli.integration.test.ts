import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantReadings } from '../../testing/planted-readings'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'

/** The AWS CLI and boto3 as people have them: nothing but an endpoint override. */
const run = promisify(execFile)
const works = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let mosaik: RunningConsole

const MINUTE_MS = 60_000
const END = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS
const at = (minutes: number): string => new Date(END - minutes * MINUTE_MS).toISOString()

beforeAll(async () => {
  mosaik = await openRunningConsole()
  const ofBroker = { 'Cluster Name': 'orders', 'Broker ID': '1' }
  plantReadings({ metric: 'CpuUser', ...ofBroker }, END, [10, 20, 30, 40, 50, 60, 1, 2, 3, 4, 5, 6])
  plantReadings({ metric: 'CpuSystem', ...ofBroker }, END, [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
})
afterAll(() => mosaik.close())

const environment = () => ({
  ...process.env,
  AWS_ENDPOINT_URL: mosaik.url,
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_EC2_METADATA_DISABLED: 'true',
})

const metric = (MetricName: string) => ({
  Namespace: 'AWS/Kafka',
  MetricName,
  Dimensions: [
    { Name: 'Cluster Name', Value: 'orders' },
    { Name: 'Broker ID', Value: '1' },
  ],
})
const QUERIES = [
  { Id: 'user', MetricStat: { Metric: metric('CpuUser'), Period: 60, Stat: 'Average' }, ReturnData: false },
  {
    Id: 'system',
    MetricStat: { Metric: metric('CpuSystem'), Period: 60, Stat: 'Average' },
    ReturnData: false,
  },
  { Id: 'busy', Expression: 'user + system' },
]

async function aws(...args: string[]): Promise<unknown> {
  const { stdout } = await run('aws', ['cloudwatch', ...args, '--output', 'json'], { env: environment() })
  return JSON.parse(stdout)
}

test.skipIf(!works('aws', '--version'))(
  'the AWS CLI reads metrics (needs aws on the PATH)',
  async () => {
    const window = ['--start-time', at(2), '--end-time', at(0)]
    expect(
      await aws('list-metrics', '--namespace', 'AWS/Kafka', '--dimensions', 'Name=Broker ID,Value=1'),
    ).toEqual({
      Metrics: [metric('CpuSystem'), metric('CpuUser')],
    })
    expect(
      await aws('get-metric-data', ...window, '--metric-data-queries', JSON.stringify(QUERIES)),
    ).toMatchObject({ MetricDataResults: [{ Id: 'busy', Values: [5.5, 36], StatusCode: 'Complete' }] })
    const statistics = ['get-metric-statistics', '--namespace', 'AWS/Kafka', '--metric-name', 'CpuUser']
    const which = ['--dimensions', 'Name=Cluster Name,Value=orders', 'Name=Broker ID,Value=1']
    expect(
      await aws(
        ...statistics,
        ...which,
        ...window,
        '--period',
        '120',
        '--statistics',
        'Maximum',
        'SampleCount',
      ),
    ).toMatchObject({ Label: 'CpuUser' })
    await expect(
      aws(...statistics, ...which, ...window, '--period', '7', '--statistics', 'Sum'),
    ).rejects.toThrow(/\(InvalidParameterValue\).* The parameter Period must be a value in the set/)
  },
  120_000,
)

test.skipIf(!works('aws', '--version'))(
  'the AWS CLI is told what is wrong with a name or a date as by CloudWatch (needs aws on the PATH)',
  async () => {
    const ask = (name: string, from: string, to: string) => {
      const queries = [{ Id: 'm', MetricStat: { Metric: metric(name), Period: 60, Stat: 'Average' } }]
      const window = ['--start-time', from, '--end-time', to]
      return aws('get-metric-data', ...window, '--metric-data-queries', JSON.stringify(queries))
    }
    // CloudWatch knows no wrong name: nothing was ever measured under it.
    expect(await ask('CpuIdl', at(2), at(0))).toMatchObject({
      MetricDataResults: [{ Id: 'm', Label: 'CpuIdl', Values: [] }],
    })
    await expect(ask('CpuUser', at(0), at(2))).rejects.toThrow(
      /\(ValidationError\).* The parameter StartTime must be less than the parameter EndTime/,
    )
    await expect(ask('CpuUser', 'yesterday', at(0))).rejects.toThrow(/yesterday/)
  },
  120_000,
)

const PYTHON = `
import boto3, json, sys
client = boto3.client('cloudwatch')
start, end, queries = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
pages = client.get_paginator('get_metric_data').paginate(
    MetricDataQueries=queries, StartTime=start, EndTime=end, ScanBy='TimestampAscending',
    PaginationConfig={'PageSize': 1})
values = [value for page in pages for result in page['MetricDataResults'] for value in result['Values']]
try:
    client.get_metric_data(MetricDataQueries=queries, StartTime=end, EndTime=start)
except client.exceptions.ClientError as error:
    refused = error.response['Error']
print(json.dumps({'values': values, 'refused': refused}))
`

test.skipIf(!works('python3', '-c', 'import boto3'))(
  'boto3 pages through the same figures and raises the same error (needs boto3)',
  async () => {
    const { stdout } = await run('python3', ['-c', PYTHON, at(2), at(0), JSON.stringify(QUERIES)], {
      env: environment(),
    })
    expect(JSON.parse(stdout)).toMatchObject({
      values: [36, 5.5],
      refused: {
        Code: 'ValidationError',
        Message: 'The parameter StartTime must be less than the parameter EndTime.',
        Type: 'Sender',
      },
    })
  },
  60_000,
)

test.skipIf(!works('aws', '--version'))(
  'the AWS CLI puts, describes and deletes an alarm (needs aws on the PATH)',
  async () => {
    const condition = ['--evaluation-periods', '1', '--threshold', '60']
    const metrics = ['--comparison-operator', 'GreaterThanThreshold', '--metrics', JSON.stringify(QUERIES)]
    const put = ['cloudwatch', 'put-metric-alarm', '--alarm-name', 'busy', ...condition, ...metrics]
    await run('aws', put, { env: environment() })
    expect(await aws('describe-alarms', '--alarm-names', 'busy')).toMatchObject({
      MetricAlarms: [{ AlarmName: 'busy', StateValue: 'INSUFFICIENT_DATA', Metrics: QUERIES }],
    })
    await run('aws', ['cloudwatch', 'delete-alarms', '--alarm-names', 'busy'], { env: environment() })
    expect(await aws('describe-alarm-history', '--alarm-name', 'busy')).toMatchObject({
      AlarmHistoryItems: [
        { HistorySummary: 'Alarm "busy" deleted' },
        { HistorySummary: 'Alarm "busy" created' },
      ],
    })
  },
  120_000,
)
