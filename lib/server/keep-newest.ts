/** Puts an entry last, and lets go of the oldest beyond so many: for what is looked at again and again for a while. */
export function keepNewest<Key, Value>(
  kept: Map<Key, Value>,
  key: Key,
  value: Value,
  countMax: number,
): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= countMax) return
    kept.delete(oldest)
  }
}
