import { grouped } from '@/lib/domain/metrics/grouped'
import { LEVEL_INDEXES, LEVELS } from '@/lib/domain/metrics/retention'
import { added, WINDOW_MS } from '@/lib/domain/metrics/roll-up'
import type { Series } from '@/lib/domain/metrics/series'
import { periodStart } from '@/lib/domain/metrics/statistics'
import type { Clock } from '../../clock'
import { ChunkTable } from './chunk-table'
import { inSlices } from './in-slices'
import { KnownSeriesMap, type Known } from './known-series'
import { listSeries } from './listing'
import type { KnownSeries, ReadBucket, SeriesFilter, SeriesQuery, StoreHealth } from './metric-store'
import { Pending } from './pending'
import { forgetBeyondCap, forgetOld } from './pruning'
import { readBuckets } from './reading'
import { Rolling } from './rolling'
import { createSchema } from './schema'
import { SeriesTable } from './series-table'
import { openSql, textOf, type Sql } from './sql'
import { SteadyClock } from './steady-clock'
import { Usage } from './usage'

export type FileSettings = { file: string; clock: Clock; bytesPerClusterMax: number; pendingMax?: number }
/** What the file knows of its health; the rest is known outside. */
export type FileHealth = Omit<StoreHealth, 'trouble' | 'lastError' | 'setAside'>

/** At 10,000 series eight minutes, at some hundred hours; 16 bytes each. */
const PENDING_MAX = 500_000
/** How far from now a reading may be: its minute must still be whole. */
const AWAY_MS = 2 * 3_600_000

/**
 * The file of metrics and what is not in it yet. How it may come to rest: a reading waits in memory until `flush`
 * has committed it; longer periods follow with `rollUp`, which can be cut off at any point and is then done again;
 * `forget` deletes whole chunks. The three are never to run at the same time; readers may come between.
 */
export class MetricFile {
  readonly #settings: FileSettings
  readonly #sql: Sql
  readonly #usage: Usage
  readonly #chunks: ChunkTable
  readonly #series: SeriesTable
  readonly #rolling: Rolling
  readonly #steady: SteadyClock
  readonly #known = new KnownSeriesMap()
  readonly #pending: Pending
  #dropped = 0
  #refused = 0
  #lastWriteAt: number | null = null

  constructor(settings: FileSettings) {
    this.#settings = settings
    this.#sql = openSql(settings.file)
    createSchema(this.#sql)
    this.#usage = new Usage(this.#sql)
    this.#chunks = new ChunkTable(this.#sql, this.#usage)
    this.#series = new SeriesTable(this.#sql)
    const parts = { sql: this.#sql, usage: this.#usage, chunks: this.#chunks, series: this.#series }
    this.#rolling = new Rolling(parts, settings.clock.now())
    this.#steady = new SteadyClock(settings.clock)
    this.#pending = new Pending(settings.pendingMax ?? PENDING_MAX)
  }

  /** Readings that were lost for want of room. */
  get dropped(): number {
    return this.#dropped
  }

  define(handle: number, series: Series): void {
    this.#known.define(handle, series)
  }

  /** Number of the series, time and value, one reading after the other. */
  put(readings: Float64Array): void {
    const now = this.#settings.clock.now()
    for (let index = 0; index + 2 < readings.length; index += 3) {
      const [handle = -1, at = 0, value = 0] = readings.subarray(index, index + 3)
      const known = this.#known.get(handle)
      if (!known || Math.abs(at - now) > AWAY_MS) {
        this.#refused++
        continue
      }
      known.lastAt = Math.max(known.lastAt, at)
      this.#dropped += this.#pending.add(handle, at, value)
    }
  }

  /** Stores what waits. What fails goes on waiting. */
  async flush(): Promise<void> {
    await inSlices(this.#pending.handles(), (handles) => {
      this.#findNumbers(handles)
      this.#usage.transaction(() => handles.forEach((handle) => this.#store(handle)))
      handles.forEach((handle) => this.#pending.remove(handle))
      this.#lastWriteAt = this.#settings.clock.now()
    })
  }

  async rollUp(): Promise<void> {
    await this.#rolling.advance(this.#settings.clock.now())
  }

  async forget(): Promise<void> {
    await forgetBeyondCap({ sql: this.#sql, usage: this.#usage }, this.#settings.bytesPerClusterMax)
    if (!this.#steady.isSteady()) return
    await forgetOld({ sql: this.#sql, usage: this.#usage }, this.#settings.clock.now())
    this.#known.forgetNumbers()
  }

  read(handle: number | null, { series, ...query }: SeriesQuery): readonly ReadBucket[] {
    const known = handle === null ? null : this.#known.get(handle)
    return readBuckets(
      {
        chunks: this.#chunks,
        stored: known?.stored ?? this.#series.find(series),
        pending: handle === null ? [] : this.#pending.of(handle),
        rolledUntil: this.#rolling.until,
      },
      query,
    )
  }

  list(filter: SeriesFilter): readonly KnownSeries[] {
    const names = {
      table: this.#series,
      lastTimes: this.#known.lastTimes(),
      unnumbered: this.#unnumbered(this.#pending.handles()),
    }
    const since = this.#settings.clock.now() - (filter.recentlyActiveMs ?? Infinity)
    return listSeries(names, filter).filter(({ lastAt }) => lastAt >= since)
  }

  health(): FileHealth {
    const shortened = this.#sql
      .prepare('SELECT region, name, level, until FROM shortened JOIN cluster ON id = cluster')
      .all()
    return {
      series: this.#series.count(),
      points: this.#usage.all().reduce((sum, { points }) => sum + points, 0),
      bytes: this.#sql.fileBytes(),
      queued: this.#pending.count,
      dropped: this.#dropped,
      refused: this.#refused,
      lastWriteAt: this.#lastWriteAt,
      shortened: shortened.map(([region, cluster, level, until]) => ({
        region: textOf(region),
        cluster: textOf(cluster),
        periodMs: LEVELS[LEVEL_INDEXES.find((index) => index === level) ?? 0].periodMs,
        keptSince: Number(until),
      })),
    }
  }

  close(): void {
    this.#sql.close()
  }

  #unnumbered(handles: readonly number[]): readonly Known[] {
    return handles.flatMap((handle) => this.#known.get(handle) ?? []).filter(({ stored }) => !stored)
  }

  #findNumbers(handles: readonly number[]): void {
    const unknown = this.#unnumbered(handles)
    if (unknown.length === 0) return
    const found = new Map<Known, Known['stored']>()
    this.#sql.transaction(() => {
      for (const known of unknown) found.set(known, this.#series.findOrAdd(known.series, known.lastAt))
    })
    for (const [known, stored] of found) known.stored = stored
  }

  #store(handle: number): void {
    const stored = this.#known.get(handle)?.stored
    if (!stored) return
    const chunks = grouped(this.#pending.of(handle), ({ at }) => periodStart(at, WINDOW_MS))
    for (const [start, fresh] of chunks) {
      const points = this.#chunks.change(stored, 0, start, (kept) => added(kept, fresh))
      if (start < this.#rolling.until) this.#rolling.series(stored, start, points)
    }
  }
}
