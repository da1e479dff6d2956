import type { StatisticSet } from './series'

/** By nearest rank over stored points: a point of several readings stands for them with its average. */
export function percentile(points: readonly StatisticSet[], share: number): number | null {
  const sorted = points
    .map(({ sum, sampleCount }) => ({ value: sum / sampleCount, weight: sampleCount }))
    .toSorted((one, other) => one.value - other.value)
  const total = sorted.reduce((weight, point) => weight + point.weight, 0)
  let below = 0
  for (const { value, weight } of sorted) {
    below += weight
    if (below >= (share / 100) * total) return value
  }
  return sorted.at(-1)?.value ?? null
}
