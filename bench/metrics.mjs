// @ts-check
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pino from 'pino'
import { compile } from '../bin/bundle/compile.mjs'
import { compileMetricsThread } from '../bin/bundle/metrics-thread.mjs'
import { quantile } from './statistics.mjs'

/** The store of metrics as the server has it, on a file of 15 months. */

const SOURCES = ['lib/domain/metrics', 'lib/server/metrics/store', 'lib/server/full-disk.ts']
const MINUTE_MS = 60_000
/** Kept for 15 months at all levels. */
const SERIES_OF_50_MILLION_POINTS = 970
const DAY_MS = 1_440 * MINUTE_MS

/** @param {(what: string, bar: string, measured: string) => void} row */
export async function metricNumbers(row) {
  const { points, bytesPerPoint, p95Ms } = await readTimed(SERIES_OF_50_MILLION_POINTS)
  const what = `12 series over 24 h at 5 min, from ${Math.round(points / 1e6)} million points, p95`
  row(what, '100 ms', `${p95Ms.toFixed(1)} ms`)
  row('a stored point on disk', '8 bytes', `${bytesPerPoint.toFixed(1)} bytes`)
  const share = await writeCost(10_000)
  row('storing 10,000 series every 10 s, of one core', '3 %', `${(share * 100).toFixed(1)} %`)
}

/** @param {string} entry */
async function load(entry) {
  const name = entry.replace(/^.*\/(.*)\.ts$/, '$1')
  const file = await compile({
    what: entry,
    entry,
    sources: SOURCES,
    output: `.cache/bench-${name}/${name}.mjs`,
  })
  return import(pathToFileURL(file).href)
}

/**
 * GetMetricData's work: 12 series, 24 hours, five-minute buckets, through the thread and back.
 *
 * @param {number} seriesCount
 */
async function readTimed(seriesCount) {
  const folder = await mkdtemp(join(tmpdir(), 'mosaik-bench-'))
  const file = join(folder, 'metrics.db')
  try {
    /** @type {typeof import('../lib/server/metrics/store/testing/filled-file')} */
    const { fillFile, filledSeries } = await load('lib/server/metrics/store/testing/filled-file.ts')
    /** @type {typeof import('../lib/server/metrics/store/open-metric-store')} */
    const { openMetricStore } = await load('lib/server/metrics/store/open-metric-store.ts')
    const now = Date.now()
    const points = fillFile(file, seriesCount, now)
    const bytes = statSync(file).size
    const log = pino({ level: 'warn' }, pino.destination(2))
    const threadFile = await compileMetricsThread()
    const store = openMetricStore({ threadFile, file, bytesPerClusterMax: 2 ** 40, log })
    const times = []
    for (let run = 0; run < 200; run++) {
      const queries = Array.from({ length: 12 }, (_, index) => ({
        series: filledSeries((run * 97 + index * 31) % seriesCount),
        from: now - DAY_MS,
        to: now,
        periodMs: 5 * MINUTE_MS,
      }))
      const startedAt = performance.now()
      const answers = await store.read(queries)
      times.push(performance.now() - startedAt)
      if (answers.some((buckets) => buckets.length < 280))
        throw new Error('a read that found less than a day')
    }
    await store.close()
    return { points, bytesPerPoint: bytes / points, p95Ms: quantile(times, 0.95) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Share of one core that storing takes, roll-ups and forgetting included: half an hour on a clock of its own.
 *
 * @param {number} seriesCount
 */
async function writeCost(seriesCount) {
  const folder = await mkdtemp(join(tmpdir(), 'mosaik-bench-'))
  try {
    /** @type {typeof import('../lib/server/metrics/store/metric-file')} */
    const { MetricFile } = await load('lib/server/metrics/store/metric-file.ts')
    /** @type {typeof import('../lib/server/metrics/store/testing/filled-file')} */
    const { filledSeries } = await load('lib/server/metrics/store/testing/filled-file.ts')
    let now = Date.UTC(2026, 0, 1)
    const clock = { now: () => now, monotonicMs: () => now }
    const file = new MetricFile({ file: join(folder, 'metrics.db'), clock, bytesPerClusterMax: 2 ** 40 })
    for (let index = 0; index < seriesCount; index++) file.define(index, filledSeries(index))
    const collect = async (/** @type {number} */ minutes) => {
      for (const end = now + minutes * MINUTE_MS; now < end;) {
        const readings = new Float64Array(seriesCount * 3)
        for (let index = 0; index < seriesCount; index++) {
          const value = index % 2 === 0 ? index : Math.fround(1_000 * Math.random())
          readings.set([index, now, value], index * 3)
        }
        file.put(readings)
        now += 10_000
        if (now % MINUTE_MS !== 0) continue
        await file.flush()
        await file.rollUp()
        await file.forget()
      }
    }
    await collect(15)
    const before = process.cpuUsage()
    await collect(30)
    const { user, system } = process.cpuUsage(before)
    file.close()
    return (user + system) / 1_000 / (30 * MINUTE_MS)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Sum and SampleCount of series over a window at each period, out of a file that nobody holds any more, an hour later:
 * all of it is rolled up, and longer periods come from their own level.
 *
 * @param {string} home
 * @param {import('../lib/domain/metrics/series').Series[]} all
 * @param {{ from: number, to: number }} window
 * @param {readonly number[]} periodsMs
 */
export async function storedSums(home, all, window, periodsMs) {
  /** @type {typeof import('../lib/server/metrics/store/metric-file')} */
  const { MetricFile } = await load('lib/server/metrics/store/metric-file.ts')
  const clock = { now: () => window.to + 60 * MINUTE_MS, monotonicMs: () => 0 }
  const file = new MetricFile({ file: join(home, 'metrics.db'), clock, bytesPerClusterMax: 2 ** 40 })
  try {
    await file.rollUp()
    return periodsMs.map((periodMs) => {
      const buckets = all.flatMap((series) => file.read(null, { series, ...window, periodMs }))
      const total = (/** @type {'sum' | 'sampleCount'} */ of) =>
        buckets.reduce((sum, bucket) => sum + bucket[of], 0)
      return `${total('sum')} of ${total('sampleCount')}`
    })
  } finally {
    file.close()
  }
}
