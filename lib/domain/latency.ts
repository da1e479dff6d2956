/** Latencies as a receipt tells them, in milliseconds. */
export type LatencySummary = { p50Ms: number; p99Ms: number; maxMs: number }

/** By nearest rank: each figure is one that was measured. Null: nothing was. */
export function summariseLatencies(latenciesMs: readonly number[]): LatencySummary | null {
  const sorted = latenciesMs.toSorted((a, b) => a - b)
  const at = (share: number): number | undefined => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  const [p50Ms, p99Ms, maxMs] = [at(0.5), at(0.99), at(1)]
  if (p50Ms === undefined || p99Ms === undefined || maxMs === undefined) return null
  return { p50Ms, p99Ms, maxMs }
}
