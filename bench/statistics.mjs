// @ts-check
/** @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5)

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`
