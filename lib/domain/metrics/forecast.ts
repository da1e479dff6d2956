/** When a line will have risen to a limit, if it goes on as it did. */

type Line = { at: readonly number[]; values: readonly number[] }

/** Fewer points, or a shorter time, say nothing about days to come. */
const POINTS_MIN = 10
const OBSERVED_MIN_MS = 10 * 60_000
/** A date further away than this many times what was observed is a guess. */
const REACH = 30
/** How much of the rise and fall the straight line must explain. */
const FIT_MIN = 0.8

/**
 * A straight line by least squares. Null where there is nothing honest to say: too little seen, no rise, a rise that
 * is not straight (a retention that deletes, a burst), or a date too far off.
 */
export function forecastReach({ at, values }: Line, limit: number): number | null {
  const [first, last, now] = [at[0], at.at(-1), values.at(-1)]
  if (first === undefined || last === undefined || now === undefined) return null
  if (at.length < POINTS_MIN || last - first < OBSERVED_MIN_MS || now >= limit) return null
  const { slope, fit } = straightLine(at, values, first)
  if (slope <= 0 || fit < FIT_MIN) return null
  const reachedAt = last + (limit - now) / slope
  return reachedAt - last > REACH * (last - first) ? null : reachedAt
}

function straightLine(at: readonly number[], values: readonly number[], origin: number) {
  const count = at.length
  const meanAt = at.reduce((sum, time) => sum + (time - origin), 0) / count
  const meanValue = values.reduce((sum, value) => sum + value, 0) / count
  let [both, times, heights] = [0, 0, 0]
  for (const [place, time] of at.entries()) {
    const dx = time - origin - meanAt
    const dy = (values[place] ?? meanValue) - meanValue
    both += dx * dy
    times += dx * dx
    heights += dy * dy
  }
  return {
    slope: times === 0 ? 0 : both / times,
    fit: heights === 0 || times === 0 ? 0 : (both * both) / (times * heights),
  }
}
