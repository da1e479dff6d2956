import type { Dimensions, Reading } from '@/lib/domain/metrics/series'
import { metricStore } from '../process'

const STEP_MS = 10_000

/** Readings as a collection would have put them: one every ten seconds, the last ending before `to`. */
export function plantReadings(
  { metric, region = 'us-east-1', ...dimensions }: { metric: string; region?: string } & Dimensions,
  to: number,
  values: readonly number[],
): void {
  const series = { region, metric, dimensions }
  const from = Math.floor(to / STEP_MS) * STEP_MS - values.length * STEP_MS
  metricStore().put(values.map((value, index): Reading => ({ series, at: from + index * STEP_MS, value })))
}
