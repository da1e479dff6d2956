type Sized = { readonly bytes: number }

/** Both in ascending order. */
export type Sides<T> = { small: readonly T[]; large: readonly T[] }
export type Trade<T> = { small: T; large: T }

/**
 * Pairs that change sides, so that `bytes` go over from the large side to the small one, or as many as can without
 * going over more. The smallest are given for the largest: that takes the fewest pairs, and copies least.
 */
export function trade<T extends Sized>({ small, large }: Sides<T>, bytes: number, enough = 0): Trade<T>[] {
  const left = [...large]
  const trades: Trade<T>[] = []
  let open = bytes
  // Of a size that found nobody no other finds anybody either.
  let vain = -1
  for (const one of small) {
    if (open <= enough) break
    if (one.bytes === vain) continue
    const at = firstAbove(left, one.bytes + open) - 1
    const other = left[at]
    vain = one.bytes
    if (other === undefined || other.bytes <= one.bytes) continue
    vain = -1
    trades.push({ small: one, large: other })
    left.splice(at, 1)
    open -= other.bytes - one.bytes
  }
  return trades
}

/** The pair that takes more than so many bytes over, and the fewest more; null where none does. */
export function smallestTrade<T extends Sized>({ small, large }: Sides<T>, bytes: number): Trade<T> | null {
  let best: Trade<T> | null = null
  let fewest = Number.POSITIVE_INFINITY
  let tried = -1
  for (const one of small) {
    if (one.bytes === tried) continue
    tried = one.bytes
    const other = large[firstAbove(large, one.bytes + bytes)]
    if (other === undefined) break
    if (other.bytes - one.bytes >= fewest) continue
    best = { small: one, large: other }
    fewest = other.bytes - one.bytes
  }
  return best
}

function firstAbove(sorted: readonly Sized[], bytes: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.bytes ?? 0) <= bytes) low = middle + 1
    else high = middle
  }
  return low
}
