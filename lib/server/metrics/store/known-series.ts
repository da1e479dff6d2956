import type { Series } from '@/lib/domain/metrics/series'
import type { StoredSeries } from './chunk-table'

/** A number stands for a series no longer than until so many others were given out; then it gets another. */
export const HANDLES_MAX = 50_000

/** The series of this process, by the number under which their readings come. */
export type Known = { series: Series; stored: StoredSeries | null; lastAt: number }

export class KnownSeriesMap {
  readonly #byHandle = new Map<number, Known>()

  define(handle: number, series: Series): void {
    this.#byHandle.set(handle, { series, stored: null, lastAt: 0 })
    // Nobody uses numbers that old, and topics come and go for as long as the process lives.
    this.#byHandle.delete(handle - 2 * HANDLES_MAX)
  }

  get(handle: number): Known | null {
    return this.#byHandle.get(handle) ?? null
  }

  /** When the stored series with this number last had a reading. */
  lastTimes(): ReadonlyMap<number, number> {
    const times = new Map<number, number>()
    for (const { stored, lastAt } of this.#byHandle.values()) if (stored) times.set(stored.id, lastAt)
    return times
  }

  /** Numbers of the file may have gone: they are looked up again. */
  forgetNumbers(): void {
    for (const known of this.#byHandle.values()) known.stored = null
  }
}
