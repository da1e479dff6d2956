import { decodeChunk, encodeChunk } from '@/lib/domain/metrics/chunk'
import { LEVELS, type LevelIndex } from '@/lib/domain/metrics/retention'
import type { Bucket } from '@/lib/domain/metrics/series'
import { periodStart } from '@/lib/domain/metrics/statistics'
import { bytesOf, type Sql, type Statement } from './sql'
import type { Usage } from './usage'

/** A series as chunks know it. */
export type StoredSeries = { id: number; cluster: number }

export class ChunkTable {
  readonly #usage: Usage
  readonly #get: Statement
  readonly #put: Statement

  constructor(sql: Sql, usage: Usage) {
    this.#usage = usage
    this.#get = sql.prepare('SELECT bytes FROM chunk WHERE level = ? AND start = ? AND series = ?')
    this.#put = sql.prepare('INSERT OR REPLACE INTO chunk VALUES (?, ?, ?, ?)')
  }

  /** One chunk after the other, so that a year of a series is never in memory packed and unpacked. */
  read(series: StoredSeries, level: LevelIndex, from: number, to: number): Bucket[] {
    const buckets: Bucket[] = []
    const first = periodStart(from, LEVELS[level].spanMs)
    for (const start of this.#usage.starts(series.cluster, level, first, to)) {
      const row = this.#get.first(level, start, series.id)
      if (!row) continue
      for (const bucket of decodeChunk(bytesOf(row[0]), start, LEVELS[level].periodMs)) {
        if (bucket.at >= from && bucket.at < to) buckets.push(bucket)
      }
    }
    return buckets
  }

  /** Changes the chunk that begins at `start`; within a transaction of `Usage`. Returns what it holds now. */
  change(
    series: StoredSeries,
    level: LevelIndex,
    start: number,
    make: (kept: readonly Bucket[]) => readonly Bucket[],
  ): readonly Bucket[] {
    const { periodMs } = LEVELS[level]
    const row = this.#get.first(level, start, series.id)
    const before = row ? bytesOf(row[0]) : new Uint8Array()
    const kept = row ? decodeChunk(before, start, periodMs) : []
    const buckets = make(kept)
    const bytes = encodeChunk(buckets, start, periodMs)
    this.#put.run(level, start, series.id, bytes)
    const points = buckets.length - kept.length
    const grown = { cluster: series.cluster, level, start, points, bytes: bytes.length - before.length }
    this.#usage.grew(grown, row === null)
    return buckets
  }
}
