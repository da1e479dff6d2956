import { keptValue } from '@/lib/domain/metrics/kept-value'
import { LEVELS } from '@/lib/domain/metrics/retention'
import { seriesKey, type Reading, type Series } from '@/lib/domain/metrics/series'
import { periodStart } from '@/lib/domain/metrics/statistics'
import { HANDLES_MAX } from './known-series'
import type { Definition, Put } from './messages'

/** Readings on their way to the store's thread, of which each series gets a number at its first. */
export class Outbox {
  readonly #handles = new Map<string, number>()
  #next = 1
  #definitions: Definition[] = []
  #numbers: number[] = []
  readonly #countMax: number

  constructor(countMax: number) {
    this.#countMax = countMax
  }

  get count(): number {
    return this.#numbers.length / 3
  }

  /** Returns how many older ones had to go for it. */
  add({ series, at, value }: Reading): number {
    const kept = keptValue(value)
    if (kept === null) return 0
    this.#numbers.push(this.#handleOf(series), periodStart(at, LEVELS[0].periodMs), kept)
    if (this.count <= this.#countMax) return 0
    const dropped = Math.ceil(this.#countMax / 10)
    this.#numbers.splice(0, dropped * 3)
    return dropped
  }

  handle(series: Series): number | null {
    return this.#handles.get(seriesKey(series)) ?? null
  }

  take(): Put {
    const put = { definitions: this.#definitions, readings: Float64Array.from(this.#numbers) }
    this.#definitions = []
    this.#numbers = []
    return put
  }

  /** The thread that knew the numbers is gone. */
  reset(): void {
    this.#handles.clear()
    this.#definitions = []
    this.#numbers = []
  }

  #handleOf(series: Series): number {
    const key = seriesKey(series)
    const known = this.#handles.get(key)
    if (known !== undefined) return known
    if (this.#handles.size >= HANDLES_MAX) this.#handles.clear()
    const handle = this.#next++
    this.#handles.set(key, handle)
    this.#definitions.push({ handle, series })
    return handle
  }
}
