import { decodeChunk } from '@/lib/domain/metrics/chunk'
import { LEVELS, type LevelIndex } from '@/lib/domain/metrics/retention'
import { fuller, rolledUp, rollUpUntil, WINDOW_MS } from '@/lib/domain/metrics/roll-up'
import type { Bucket } from '@/lib/domain/metrics/series'
import { periodStart } from '@/lib/domain/metrics/statistics'
import type { ChunkTable, StoredSeries } from './chunk-table'
import { inSlices } from './in-slices'
import type { SeriesTable } from './series-table'
import { bytesOf, type Sql } from './sql'
import type { Usage } from './usage'

type Parts = { sql: Sql; usage: Usage; chunks: ChunkTable; series: SeriesTable }
const LONGER_LEVELS = [1, 2, 3] as const satisfies readonly LevelIndex[]

/** Makes the longer periods, window after window, and remembers how far it came. */
export class Rolling {
  readonly #parts: Parts
  #until: number

  constructor(parts: Parts, now: number) {
    this.#parts = parts
    const stored = parts.sql.prepare("SELECT at FROM progress WHERE name = 'rolled up'").first()
    this.#until = stored ? Number(stored[0]) : rollUpUntil(now)
  }

  /** Before this everything is rolled up; a reading that comes later is so at once. */
  get until(): number {
    return this.#until
  }

  async advance(now: number): Promise<void> {
    const until = rollUpUntil(now)
    // After the clock was set back, what it goes through again is simply done again.
    if (this.#until > until) this.#reach(until)
    for (const start of this.#windows(this.#until, until)) {
      await this.#window(start)
      this.#reach(start + WINDOW_MS)
    }
    if (this.#until < until) this.#reach(until)
  }

  /** One window of one series, within a transaction. */
  series(stored: StoredSeries, start: number, points: readonly Bucket[]): void {
    let below = points
    for (const level of LONGER_LEVELS) {
      const { periodMs, spanMs } = LEVELS[level]
      const from = periodStart(start, periodMs)
      const fresh = rolledUp(level, below, from, Math.max(start + WINDOW_MS, from + periodMs))
      below = this.#parts.chunks.change(stored, level, periodStart(from, spanMs), (kept) =>
        fuller(kept, fresh),
      )
    }
  }

  /** Those that have anything in them: the process may have been away for a month. */
  #windows(from: number, to: number): readonly number[] {
    const starts = this.#parts.usage.all().flatMap(({ level, start }) => (level === 0 ? [start] : []))
    return [...new Set(starts)]
      .filter((start) => start >= from && start < to)
      .toSorted((one, other) => one - other)
  }

  async #window(start: number): Promise<void> {
    const { sql, usage, series } = this.#parts
    const found = sql
      .prepare(
        'SELECT series.id, cluster FROM chunk JOIN series ON id = series WHERE level = 0 AND start = ?',
      )
      .all(start)
    const chunk = sql.prepare('SELECT bytes FROM chunk WHERE level = 0 AND start = ? AND series = ?')
    await inSlices(found, (slice) =>
      usage.transaction(() => {
        for (const [id, cluster] of slice) {
          const stored = { id: Number(id), cluster: Number(cluster) }
          const points = decodeChunk(bytesOf(chunk.first(start, stored.id)?.[0]), start, LEVELS[0].periodMs)
          this.series(stored, start, points)
          series.touch(stored, points.at(-1)?.at ?? start)
        }
      }),
    )
  }

  #reach(until: number): void {
    this.#parts.sql.prepare("INSERT OR REPLACE INTO progress VALUES ('rolled up', ?)").run(until)
    this.#until = until
  }
}
