import type { Bucket } from '@/lib/domain/metrics/series'
import { ofValue } from '@/lib/domain/metrics/statistics'
import { added } from '@/lib/domain/metrics/roll-up'

/** Readings that are not in the file yet, by series: time and value in turns, which is all they take in memory. */
export class Pending {
  #readings = new Map<number, number[]>()
  #count = 0
  readonly #countMax: number

  constructor(countMax: number) {
    this.#countMax = countMax
  }

  get count(): number {
    return this.#count
  }

  /** Returns how many older ones had to go for it. */
  add(handle: number, at: number, value: number): number {
    const dropped = this.#count >= this.#countMax ? this.#dropOldest() : 0
    const known = this.#readings.get(handle)
    if (known) known.push(at, value)
    else this.#readings.set(handle, [at, value])
    this.#count++
    return dropped
  }

  handles(): readonly number[] {
    return [...this.#readings.keys()]
  }

  /** In the order of time, several readings of the same ten seconds as one. */
  of(handle: number): Bucket[] {
    const readings = this.#readings.get(handle) ?? []
    const buckets: Bucket[] = []
    for (let index = 0; index < readings.length; index += 2) {
      const bucket = { at: readings[index] ?? 0, ...ofValue(readings[index + 1] ?? 0) }
      const last = buckets.at(-1)
      if (!last || last.at < bucket.at) buckets.push(bucket)
      else buckets.splice(0, buckets.length, ...added(buckets, [bucket]))
    }
    return buckets
  }

  /** After they were stored. */
  remove(handle: number): void {
    this.#count -= (this.#readings.get(handle)?.length ?? 0) / 2
    this.#readings.delete(handle)
  }

  /** One tenth of what is there, by age. */
  #dropOldest(): number {
    const times = [...this.#readings.values()].flatMap((readings) =>
      readings.filter((_, index) => index % 2 === 0),
    )
    const until = times.toSorted((one, other) => one - other)[Math.floor(times.length / 10)] ?? 0
    for (const [handle, readings] of this.#readings) {
      const kept = readings.filter((_, index) => (readings[index - (index % 2)] ?? 0) > until)
      if (kept.length > 0) this.#readings.set(handle, kept)
      else this.#readings.delete(handle)
    }
    const before = this.#count
    this.#count = [...this.#readings.values()].reduce((sum, { length }) => sum + length / 2, 0)
    return before - this.#count
  }
}
