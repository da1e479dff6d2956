/**
 * The order to show while someone reads: rows stay where they are although what they are sorted by changes, those
 * that are gone leave, and a new one stands behind the row it follows in the true order.
 */
export function calmOrder(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const present = new Set(wanted)
  const kept = shown.filter((id) => present.has(id))
  if (kept.length === wanted.length) return kept
  const old = new Set(kept)
  const followers = new Map<string, string[]>()
  const first: string[] = []
  let anchor: string | null = null
  for (const id of wanted) {
    if (old.has(id)) anchor = id
    else if (anchor === null) first.push(id)
    else followers.set(anchor, [...(followers.get(anchor) ?? []), id])
  }
  return [...first, ...kept.flatMap((id) => [id, ...(followers.get(id) ?? [])])]
}
