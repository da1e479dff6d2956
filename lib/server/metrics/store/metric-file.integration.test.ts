import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Series } from '@/lib/domain/metrics/series'
import { MetricFile, type FileSettings } from './metric-file'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** 2026-11-30, a round hour. */
const BEGIN = 1_796_032_800_000

let folder = ''
let clock = { wall: BEGIN, monotonic: 0 }
let opened: MetricFile[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaik-metrics-'))
  clock = { wall: BEGIN, monotonic: 0 }
  opened = []
})
afterEach(async () => {
  for (const file of opened) file.close()
  await rm(folder, { recursive: true, force: true })
})

const cpu: Series = {
  region: 'us-east-1',
  metric: 'CpuIdle',
  dimensions: { 'Cluster Name': 'a', 'Broker ID': '1' },
}
const lag: Series = {
  region: 'us-east-1',
  metric: 'SumOffsetLag',
  dimensions: { 'Cluster Name': 'a', 'Consumer Group': 'g', Topic: 't' },
}

function open(settings: Partial<FileSettings> = {}): MetricFile {
  const now = { now: () => clock.wall, monotonicMs: () => clock.monotonic }
  const file = new MetricFile({
    file: join(folder, 'metrics.db'),
    clock: now,
    bytesPerClusterMax: 2 ** 40,
    ...settings,
  })
  opened.push(file)
  file.define(1, cpu)
  file.define(2, lag)
  return file
}

const pass = (ms: number): void => {
  clock.wall += ms
  clock.monotonic += ms
}

const put = (file: MetricFile, ...readings: readonly [handle: number, at: number, value: number][]): void =>
  file.put(Float64Array.from(readings.flat()))

/** Every ten seconds one reading, every minute what the thread does. */
async function collect(file: MetricFile, ms: number, valueOf: (at: number) => number): Promise<void> {
  for (const end = clock.wall + ms; clock.wall < end;) {
    put(file, [1, clock.wall, valueOf(clock.wall)])
    pass(10_000)
    if (clock.wall % 60_000 === 0) await work(file)
  }
}

async function work(file: MetricFile): Promise<void> {
  await file.flush()
  await file.rollUp()
  await file.forget()
}

const noise = (at: number): number => Math.fround((((at / 10_000) * 2_654_435_761) % 1_000_003) / 7)

const totals = (
  buckets: readonly { sum: number; sampleCount: number; minimum: number; maximum: number }[],
) => ({
  sum: buckets.reduce((sum, bucket) => sum + bucket.sum, 0),
  count: buckets.reduce((sum, bucket) => sum + bucket.sampleCount, 0),
  least: Math.min(...buckets.map(({ minimum }) => minimum)),
  most: Math.max(...buckets.map(({ maximum }) => maximum)),
})

test('a reading is there as soon as it was put, at every period', () => {
  const file = open()
  put(file, [1, BEGIN, 4], [1, BEGIN + 10_000, 6])
  for (const periodMs of [60_000, 300_000, 3_600_000, 900_000]) {
    expect(file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs })).toEqual([
      { at: BEGIN, minimum: 4, maximum: 6, sum: 10, sampleCount: 2 },
    ])
  }
  expect(file.list({ region: 'us-east-1' })).toEqual([{ ...cpu, lastAt: BEGIN + 10_000 }])
})

test('sum, count, least and most are the same at every period, before and after the roll-up and a new start', async () => {
  const file = open()
  await collect(file, 2.5 * HOUR_MS, noise)
  const ask = (from: MetricFile, periodMs: number) =>
    totals(from.read(1, { series: cpu, from: BEGIN, to: BEGIN + 3 * HOUR_MS, periodMs }))
  const expected = ask(file, 10_000)
  expect(expected.count).toBe(900)
  for (const periodMs of [60_000, 300_000, 900_000, 3_600_000]) expect(ask(file, periodMs)).toEqual(expected)
  file.close()
  opened = []
  const again = open()
  for (const periodMs of [10_000, 60_000, 300_000, 3_600_000]) expect(ask(again, periodMs)).toEqual(expected)
}, 30_000)

test('what comes late is in its own bucket, also when that was rolled up long ago', async () => {
  const file = open()
  await collect(file, HOUR_MS, () => 1)
  put(file, [1, BEGIN + 60_000, 100])
  const early = file.read(1, { series: cpu, from: BEGIN, to: BEGIN + 300_000, periodMs: 300_000 })
  await work(file)
  const stored = file.read(1, { series: cpu, from: BEGIN, to: BEGIN + 300_000, periodMs: 300_000 })
  expect(early).toEqual([{ at: BEGIN, minimum: 1, maximum: 100, sum: 130, sampleCount: 31 }])
  expect(stored).toEqual(early)
  expect(file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs: HOUR_MS })).toEqual([
    { at: BEGIN, minimum: 1, maximum: 100, sum: 460, sampleCount: 361 },
  ])
})

test('each level is kept for its time and not longer', async () => {
  const file = open()
  await collect(file, 20 * 60_000, () => 5)
  const at = (periodMs: number) =>
    file.read(1, { series: cpu, from: BEGIN, to: BEGIN + 20 * 60_000, periodMs }).length
  const counts = () => [at(10_000), at(60_000), at(300_000), at(3_600_000)]
  expect(counts()).toEqual([120, 20, 4, 1])
  const later = async (ms: number) => {
    pass(BEGIN + ms - clock.wall)
    await work(file)
    return counts()
  }
  expect(await later(2.9 * HOUR_MS)).toEqual([120, 20, 4, 1])
  expect(await later(3.5 * HOUR_MS)).toEqual([0, 20, 4, 1])
  expect(await later(14.9 * DAY_MS)).toEqual([0, 20, 4, 1])
  expect(await later(15.1 * DAY_MS)).toEqual([0, 0, 4, 1])
  expect(await later(62.9 * DAY_MS)).toEqual([0, 0, 4, 1])
  expect(await later(63.2 * DAY_MS)).toEqual([0, 0, 0, 1])
  expect(await later(454.9 * DAY_MS)).toEqual([0, 0, 0, 1])
  expect(file.health().series).toBe(1)
  expect(await later(458 * DAY_MS)).toEqual([0, 0, 0, 0])
  expect(file.health()).toMatchObject({ series: 0, points: 0 })
})

test('a clock that is set forward and back costs nothing', async () => {
  const file = open()
  await collect(file, 30 * 60_000, () => 2)
  clock.wall += 40 * DAY_MS
  await collect(file, 5 * 60_000, () => 3)
  clock.wall -= 40 * DAY_MS
  await collect(file, 30 * 60_000, () => 4)
  clock.wall -= 20 * 60_000
  await collect(file, 30 * 60_000, () => 5)
  const [first, second] = file.read(1, {
    series: cpu,
    from: BEGIN,
    to: BEGIN + 2 * HOUR_MS,
    periodMs: HOUR_MS,
  })
  expect(first).toMatchObject({ at: BEGIN, minimum: 2 })
  const all = [first, second].reduce((sum, bucket) => sum + (bucket?.sampleCount ?? 0), 0)
  expect(all).toBe((30 + 30 + 30) * 6)
})

test('a clock that stays wrong for ten minutes is believed', async () => {
  const file = open()
  await collect(file, 15 * 60_000, () => 2)
  clock.wall += 40 * DAY_MS
  await collect(file, 5 * 60_000, () => 3)
  expect(file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs: 60_000 })).toHaveLength(15)
  await collect(file, 10 * 60_000, () => 3)
  expect(file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs: 60_000 })).toHaveLength(0)
})

test('percentiles are of the finest points that are still there', async () => {
  const file = open()
  await collect(file, 20 * 60_000, (at) => (at - BEGIN) / 10_000)
  const ask = () =>
    file.read(1, {
      series: cpu,
      from: BEGIN,
      to: BEGIN + 300_000,
      periodMs: 300_000,
      percentiles: [50, 90, 100],
    })
  expect(ask()[0]?.percentiles).toEqual({ 50: 14, 90: 26, 100: 29 })
  pass(4 * HOUR_MS)
  await work(file)
  expect(ask()[0]?.percentiles).toEqual({ 50: 14.5, 90: 26.5, 100: 26.5 })
})

test('the cap shortens every level but the finest, and says so', async () => {
  const file = open({ bytesPerClusterMax: 8_000 })
  await collect(file, 6 * HOUR_MS, noise)
  const { shortened } = file.health()
  expect(shortened.map(({ cluster, periodMs }) => [cluster, periodMs])).toContainEqual(['a', 60_000])
  const last = file.read(1, { series: cpu, from: clock.wall - HOUR_MS, to: clock.wall, periodMs: 60_000 })
  expect(totals(last).count).toBe(360)
  expect(file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs: 60_000 })).toEqual([])
}, 30_000)

test('readings of hours ago or ahead, and of a series nobody defined, are refused and counted', () => {
  const file = open()
  put(file, [1, BEGIN - 3 * HOUR_MS, 1], [1, BEGIN + 3 * HOUR_MS, 1], [77, BEGIN, 1], [1, BEGIN, 1])
  expect(file.health()).toMatchObject({ queued: 1, refused: 3, dropped: 0 })
})

test('when too many wait, the oldest go', () => {
  const file = open({ pendingMax: 100 })
  for (let index = 0; index < 150; index++) put(file, [1, BEGIN + index * 10_000, index])
  const { queued, dropped } = file.health()
  expect(queued + dropped).toBe(150)
  const left = file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs: 10_000 })
  expect(left.at(-1)).toMatchObject({ sum: 149 })
  expect(left[0]?.sum).toBe(dropped)
})

test('what cannot be written waits, can be read, and is stored later', async () => {
  const file = open()
  put(file, [1, BEGIN, 1])
  await work(file)
  const holder = createClient({ url: `file:${join(folder, 'metrics.db')}` })
  await holder.execute('BEGIN IMMEDIATE')
  put(file, [1, BEGIN + 10_000, 2], [2, BEGIN, 7])
  await expect(work(file)).rejects.toThrow(/locked/)
  const ask = () => totals(file.read(1, { series: cpu, from: BEGIN, to: BEGIN + HOUR_MS, periodMs: 60_000 }))
  expect(ask()).toMatchObject({ sum: 3, count: 2 })
  const names = () => file.list({ region: 'us-east-1' }).map(({ metric, lastAt }) => [metric, lastAt])
  const both = [
    ['CpuIdle', BEGIN + 10_000],
    ['SumOffsetLag', BEGIN],
  ]
  expect(names()).toEqual(both)
  expect(file.health()).toMatchObject({ queued: 2, points: 1 })
  await holder.execute('ROLLBACK')
  holder.close()
  await work(file)
  expect(ask()).toMatchObject({ sum: 3, count: 2 })
  expect(names()).toEqual(both)
  expect(file.health()).toMatchObject({ queued: 0, points: 3 })
})

test.each(['in memory', 'in the file', 'in both'])('a list is of those asked for, %s', async (place) => {
  const file = open()
  put(file, [1, BEGIN, 1], [2, BEGIN, 2])
  if (place !== 'in memory') await work(file)
  if (place === 'in both') put(file, [2, BEGIN + 10_000, 2])
  put(file, [2, BEGIN + 20_000, 2])
  if (place === 'in the file') await file.flush()
  const names = (filter: object) => file.list({ region: 'us-east-1', ...filter }).map(({ metric }) => metric)
  expect(names({})).toEqual(['CpuIdle', 'SumOffsetLag'])
  expect(names({ metric: 'CpuIdle' })).toEqual(['CpuIdle'])
  expect(names({ dimensions: { 'Cluster Name': 'a', Topic: 't' } })).toEqual(['SumOffsetLag'])
  expect(names({ dimensions: { 'Cluster Name': 'b' } })).toEqual([])
  expect(file.list({ region: 'eu-west-1' })).toEqual([])
  pass(60_000)
  expect(names({ recentlyActiveMs: 50_000 })).toEqual(['SumOffsetLag'])
})
