import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch'
import { createClient } from '@libsql/client'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { environment } from '../env'
import { metricStore, setMetricStore } from '../process'
import { createInput } from '../testing/requests'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'
import { mountSmallDisk } from '../testing/small-disk'
import type { StoreTrouble } from './store/metric-store'
import { openMetricStore } from './store/open-metric-store'

/**
 * Metrics that cannot be stored wait in memory, where they can be read; when too many wait the oldest go, and both is
 * told. Clusters are made and listed meanwhile as ever, and afterwards everything is stored by itself.
 */
const STEP_MS = 10_000
const SERIES = 5_000
/** More than may wait: half a million. */
const STEPS = 110
const DISK_BYTES = 96 * 1024 ** 2

let mosaik: RunningConsole
let client: CloudWatchClient

beforeAll(async () => {
  mosaik = await openRunningConsole()
  client = new CloudWatchClient({
    endpoint: mosaik.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  })
  await metricStore().close()
})
afterAll(async () => {
  client.destroy()
  await mosaik.close()
})

/** What keeps readings from the file, until it is ended. */
type Mishap = { end(): void | Promise<void> }

async function hold(file: string): Promise<Mishap> {
  const holder = createClient({ url: `file:${file}` })
  await holder.execute('BEGIN EXCLUSIVE')
  return {
    async end() {
      await holder.execute('ROLLBACK')
      holder.close()
    },
  }
}

test('another program holds metrics.db', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mosaik-metrics-'))
  try {
    expect(await endure(folder, 'locked', () => hold(join(folder, 'metrics.db')))).toBe(STEPS - 1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

const disk = mountSmallDisk(DISK_BYTES)
afterAll(() => disk?.remove())

test.skipIf(disk === null)('the disk of metrics.db is full (needs root)', async () => {
  if (disk === null) return
  const fill = async () => {
    disk.fill()
    return { end: () => disk.free() }
  }
  expect(await endure(disk.path, 'full', fill)).toBe(STEPS - 1)
})

/** Returns the newest value that is there in the end. */
async function endure(folder: string, trouble: StoreTrouble, begin: () => Promise<Mishap>) {
  const said: string[] = []
  const told = (words: string) => said.filter((line) => line.includes(words))
  const store = openMetricStore({
    threadFile: environment().metricsThread,
    file: join(folder, 'metrics.db'),
    bytesPerClusterMax: 2 ** 40,
    log: pino({ base: null }, { write: (line: string) => void said.push(line) }),
  })
  setMetricStore(store)
  const start = Math.floor(Date.now() / STEP_MS) * STEP_MS - STEPS * STEP_MS
  const put = (step: number) =>
    store.put(Array.from({ length: SERIES }, (_, index) => reading(index, start, step)))
  put(0)
  await store.health()
  const mishap = await begin()
  try {
    for (let step = 1; step < STEPS; step++) {
      put(step)
      await store.health()
    }
    expect(told('the oldest are dropped now')).toHaveLength(1)
    await until(async () => (await store.health()).trouble === trouble)
    expect(told('Metrics cannot be stored')).toHaveLength(1)
    await expectControl(`while-${trouble}`)
    expect(await readable(start)).toBe(STEPS - 1)
    const { dropped, queued } = await store.health()
    expect(dropped).toBeGreaterThan(0)
    expect(dropped + queued).toBe(SERIES * STEPS)
  } finally {
    await mishap.end()
  }
  await until(() => told('Metrics are stored again; the oldest').length === 1)
  expect(await store.health()).toMatchObject({ trouble: null, lastError: null, queued: 0 })
  const newest = await readable(start)
  await store.close()
  return newest
}

const reading = (index: number, start: number, step: number) => ({
  series: {
    region: 'us-east-1',
    metric: 'BytesInPerSec',
    dimensions: { 'Cluster Name': 'a', Topic: `t${index}` },
  },
  at: start + step * STEP_MS,
  value: step,
})

/** The newest value that CloudWatch tells of the last series, and that it lists it. */
async function readable(start: number): Promise<number | undefined> {
  const Metric = {
    Namespace: 'AWS/Kafka',
    MetricName: 'BytesInPerSec',
    Dimensions: [
      { Name: 'Cluster Name', Value: 'a' },
      { Name: 'Topic', Value: `t${SERIES - 1}` },
    ],
  }
  const { Dimensions } = Metric
  const { Metrics } = await client.send(new ListMetricsCommand({ Namespace: 'AWS/Kafka', Dimensions }))
  expect(Metrics).toEqual([Metric])
  const { MetricDataResults } = await client.send(
    new GetMetricDataCommand({
      MetricDataQueries: [{ Id: 'm', MetricStat: { Metric, Period: 10, Stat: 'Sum' } }],
      StartTime: new Date(start),
      EndTime: new Date(start + STEPS * STEP_MS),
    }),
  )
  return MetricDataResults?.[0]?.Values?.[0]
}

const createdSchema = z.object({ clusterArn: z.string() })
const describedSchema = z.object({ clusterInfo: z.object({ state: z.string() }) })

/** A cluster is made as ever. */
async function expectControl(name: string): Promise<void> {
  const begunMs = performance.now()
  const response = await fetch(`${mosaik.url}/api/v2/clusters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(createInput(name)),
  })
  const { clusterArn } = createdSchema.parse(await response.json())
  const path = `${mosaik.url}/v1/clusters/${encodeURIComponent(clusterArn)}`
  await until(async () => {
    const { clusterInfo } = describedSchema.parse(await (await fetch(path)).json())
    return clusterInfo.state === 'ACTIVE'
  })
  expect(performance.now() - begunMs).toBeLessThan(15_000)
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 90_000
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('Waited ninety seconds in vain.')
    await sleep(500)
  }
}
