/**
 * A value as it is kept: whole numbers to the last digit, others to seven digits, which halves what a point takes.
 * Sums of such values are exact too, so that they are equal at every level. Null: what no chart can show.
 */
export function keptValue(value: number): number | null {
  if (!Number.isFinite(value)) return null
  return Number.isInteger(value) ? value : Math.fround(value)
}
