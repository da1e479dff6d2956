import {
  CloudWatchClient,
  paginateGetMetricData,
  paginateListMetrics,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metricStore } from '../../process'
import { openTestMetricStore } from '../../testing/metric-store'
import { openRunningConsole, type RunningConsole } from '../../testing/running-console'

/** Ten thousand series, six readings each: a cluster of three brokers and some thousand topics. */
const SERIES = 10_000
const READINGS = 6
const STEP_MS = 10_000
const END = Math.floor(Date.now() / STEP_MS) * STEP_MS
const START = END - READINGS * STEP_MS
/** As many as GetMetricData takes. */
const QUERIES = 500
/** What a page of the console may take on a machine that does other things too. */
const ANSWER_MS_MAX = 2_000

let mosaik: RunningConsole
let client: CloudWatchClient

const dimensionsOf = (index: number) => ({
  'Cluster Name': 'many',
  'Broker ID': String(index % 3),
  Topic: `topic-${index}`,
})
const valueOf = (index: number, step: number): number => index * READINGS + step

beforeAll(async () => {
  mosaik = await openRunningConsole()
  client = new CloudWatchClient({
    endpoint: mosaik.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  })
  for (let step = 0; step < READINGS; step++) {
    metricStore().put(
      Array.from({ length: SERIES }, (_, index) => ({
        series: { region: 'us-east-1', metric: 'BytesInPerSec', dimensions: dimensionsOf(index) },
        at: START + step * STEP_MS,
        value: valueOf(index, step),
      })),
    )
  }
})
afterAll(async () => {
  client.destroy()
  await mosaik.close()
})

async function timed<Result>(work: () => Promise<Result>): Promise<Result> {
  const begunMs = performance.now()
  const result = await work()
  expect(performance.now() - begunMs).toBeLessThan(ANSWER_MS_MAX)
  return result
}

test('all wait, none is lost', async () => {
  expect(await timed(() => metricStore().health())).toMatchObject({
    queued: SERIES * READINGS,
    dropped: 0,
    refused: 0,
  })
})

test('ListMetrics names each once, page by page', async () => {
  const topics: string[] = []
  let pages = 0
  const listed = paginateListMetrics({ client }, { Namespace: 'AWS/Kafka', MetricName: 'BytesInPerSec' })
  for (;;) {
    const { value, done } = await timed(() => listed.next())
    if (done === true) break
    pages++
    for (const { Dimensions = [] } of value?.Metrics ?? [])
      topics.push(Dimensions.find(({ Name }) => Name === 'Topic')?.Value ?? '')
  }
  expect([pages, topics.length, new Set(topics).size]).toEqual([SERIES / 500, SERIES, SERIES])
})

test('GetMetricData gives each point once, page by page', async () => {
  const queries = Array.from({ length: QUERIES }, (_, index): MetricDataQuery => {
    const Dimensions = Object.entries(dimensionsOf(index)).map(([Name, Value]) => ({ Name, Value }))
    const Metric = { Namespace: 'AWS/Kafka', MetricName: 'BytesInPerSec', Dimensions }
    return { Id: `m${index}`, MetricStat: { Metric, Period: 10, Stat: 'Sum' } }
  })
  const window = { StartTime: new Date(START), EndTime: new Date(END), ScanBy: 'TimestampAscending' as const }
  const pages = paginateGetMetricData({ client, pageSize: 1_000 }, { ...window, MetricDataQueries: queries })
  const values = new Map<string, number[]>()
  for (;;) {
    const { value, done } = await timed(() => pages.next())
    if (done === true) break
    for (const { Id = '', Values = [] } of value?.MetricDataResults ?? [])
      values.set(Id, [...(values.get(Id) ?? []), ...Values])
  }
  const expected = queries.map(({ Id }, index): [string | undefined, number[]] => [
    Id,
    Array.from({ length: READINGS }, (_, step) => valueOf(index, step)),
  ])
  expect([...values]).toEqual(expected)
})

test('the end of the process stores them all in time', async () => {
  await timed(() => metricStore().close())
  const again = openTestMetricStore(mosaik.home.path)
  expect(await again.health()).toMatchObject({ queued: 0, series: SERIES, points: SERIES * READINGS })
  await again.close()
})
