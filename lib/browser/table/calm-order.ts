/**
 * The order to show while someone reads: rows stay where they are although what they are sorted by changes, those
 * that are gone leave, and new ones stand below all others, where they push none away from under the pointer.
 */
export function calmOrder(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const present = new Set(wanted)
  const kept = shown.filter((id) => present.has(id))
  const old = new Set(kept)
  return [...kept, ...wanted.filter((id) => !old.has(id))]
}
