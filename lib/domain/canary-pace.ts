import type { CanaryPace } from './canary-receipt'
import { summariseLatencies } from './latency'

/** Enough for percentiles that no longer move; of what comes after these only the longest is kept. */
const KEPT = 20_000

/** Counts what is acknowledged in one part of a change. */
export class PaceCount {
  private readonly fromMs: number
  private readonly latenciesMs: number[] = []
  private records = 0
  private maxMs = 0

  constructor(fromMs: number) {
    this.fromMs = fromMs
  }

  add(latencyMs: number): void {
    if (this.latenciesMs.length < KEPT) this.latenciesMs.push(latencyMs)
    this.records += 1
    this.maxMs = Math.max(this.maxMs, latencyMs)
  }

  /** Null: nothing was acknowledged. */
  pace(nowMs: number): CanaryPace | null {
    const summary = summariseLatencies(this.latenciesMs)
    if (summary === null) return null
    const { p50Ms, p99Ms } = summary
    const forMs = Math.max(1, Math.round(nowMs - this.fromMs))
    return { records: this.records, forMs, p50Ms, p99Ms, maxMs: this.maxMs }
  }
}

export const recordsPerSecond = ({ records, forMs }: CanaryPace): number => (1_000 * records) / forMs
