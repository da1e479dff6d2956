import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading, Series } from '@/lib/domain/metrics/series'
import { until } from '../../testing/fleet'
import type { MetricStore } from './metric-store'
import { openMetricStore } from './open-metric-store'

let folder = ''
let said: string[] = []
let stores: MetricStore[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaik-metrics-'))
  said = []
  stores = []
})
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()))
  await rm(folder, { recursive: true, force: true })
})

const THREAD = join(process.cwd(), '.cache/metrics/thread.mjs')
const series = (topic: string): Series => ({
  region: 'us-east-1',
  metric: 'BytesInPerSec',
  dimensions: { 'Cluster Name': 'a', 'Broker ID': '1', Topic: topic },
})
const reading = (topic: string, value: number, at = Date.now()): Reading => ({
  series: series(topic),
  at,
  value,
})

function open(threadFile = THREAD): MetricStore {
  const log = pino({ base: null }, { write: (line: string) => void said.push(line) })
  const store = openMetricStore({
    threadFile,
    file: join(folder, 'metrics.db'),
    bytesPerClusterMax: 2 ** 30,
    log,
  })
  stores.push(store)
  return store
}

async function lastHour(store: MetricStore, topic: string): Promise<number> {
  const now = Date.now()
  const [buckets = []] = await store.read([
    { series: series(topic), from: now - 3_600_000, to: now + 3_600_000, periodMs: 60_000 },
  ])
  return buckets.reduce((sum, bucket) => sum + bucket.sum, 0)
}

test('what is put is read at once, and is there after a new start', async () => {
  const store = open()
  store.put([
    reading('orders', 4),
    reading('orders', Number.NaN),
    reading('orders', Infinity),
    reading('other', 0.1),
  ])
  expect(await lastHour(store, 'orders')).toBe(4)
  expect(await lastHour(store, 'other')).toBe(Math.fround(0.1))
  expect(await lastHour(store, 'unknown')).toBe(0)
  expect(await store.health()).toMatchObject({ queued: 2, dropped: 0, trouble: null, setAside: [] })
  await store.close()
  const again = open()
  expect(await lastHour(again, 'orders')).toBe(4)
  expect(await again.list({ region: 'us-east-1' })).toHaveLength(2)
  expect(await again.health()).toMatchObject({ queued: 0, series: 2, points: 2 })
})

test('percentiles change threads with their buckets', async () => {
  const store = open()
  const at = Math.floor(Date.now() / 60_000) * 60_000
  store.put([1, 2, 3].map((value, index) => reading('orders', value, at + index * 10_000)))
  const query = { series: series('orders'), from: at, to: at + 1, periodMs: 60_000, percentiles: [50, 99.9] }
  expect(await store.read([query])).toEqual([
    [{ at, minimum: 1, maximum: 3, sum: 6, sampleCount: 3, percentiles: { 50: 2, 99.9: 3 } }],
  ])
})

test('a file that is no database gets another name, and a new one begins', async () => {
  await writeFile(join(folder, 'metrics.db'), 'not a database at all '.repeat(1_000))
  const store = open()
  await until('a new file begins', async () => {
    store.put([reading('orders', 1)])
    return (await lastHour(store, 'orders').catch(() => 0)) > 0
  })
  const [name = ''] = (await store.health()).setAside
  expect(await readFile(name, 'utf8')).toContain('not a database at all')
  expect(said.join('')).toContain(name)
  await store.close()
  expect(await lastHour(open(), 'orders')).toBeGreaterThan(0)
  expect((await readdir(folder)).filter((file) => file.includes('damaged'))).toHaveLength(1)
}, 30_000)

test('pages that are damaged while it runs are found, and the new file is not harmed by the old one', async () => {
  const first = open()
  first.put(Array.from({ length: 2_000 }, (_, index) => reading(`topic-${index}`, index)))
  await first.close()
  const file = join(folder, 'metrics.db')
  const bytes = await readFile(file)
  bytes.fill(0xa5, 4_096)
  await writeFile(file, bytes)
  const store = open()
  await until('a new file begins', async () => {
    store.put([reading('orders', 1)])
    await lastHour(store, 'topic-7').catch(() => 0)
    return (await lastHour(store, 'orders').catch(() => 0)) > 0 && (await store.health()).setAside.length > 0
  })
  await store.close()
  expect(await lastHour(open(), 'orders')).toBeGreaterThan(0)
}, 30_000)

test('while another program holds the file readings wait, and are stored when it lets go', async () => {
  const before = open()
  await before.close()
  const holder = createClient({ url: `file:${join(folder, 'metrics.db')}` })
  await holder.execute('BEGIN EXCLUSIVE')
  const store = open()
  store.put([reading('orders', 1)])
  await until('it is told', async () => said.some((line) => line.includes('metrics.db')), 30_000)
  await holder.execute('ROLLBACK')
  holder.close()
  await until(
    'it is stored',
    async () => {
      store.put([reading('orders', 1)])
      return (await lastHour(store, 'orders').catch(() => 0)) > 0
    },
    30_000,
  )
  await store.close()
  expect(await lastHour(open(), 'orders')).toBeGreaterThan(0)
}, 60_000)

test('a thread that cannot be started is told of once, and costs the server nothing but metrics', async () => {
  const store = open(join(folder, 'missing.mjs'))
  store.put([reading('orders', 1)])
  await expect(lastHour(store, 'orders')).rejects.toThrow(/store of metrics/)
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  store.put([reading('orders', 1)])
  expect(said).toEqual([expect.stringContaining('missing.mjs')])
}, 20_000)
