/** Something one can go to or do. `text` is what is searched: its own words first. */
export type PaletteEntry = { id: string; name: string; text: string }

export const FOUND_MAX = 40

/**
 * Entries that hold every word; those whose name begins with what was typed come first, then those that have a word
 * beginning so, and otherwise the order stays: what one sees must not depend on chance.
 */
export function findEntries<Entry extends PaletteEntry>(entries: readonly Entry[], typed: string): Entry[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((left, right) => right.rank - left.rank)
    .slice(0, FOUND_MAX)
    .map(({ entry }) => entry)
}

function rankOf({ name, text }: PaletteEntry, words: readonly string[]): number {
  const searched = text.toLowerCase()
  if (!words.every((word) => searched.includes(word))) return 0
  if (name.toLowerCase().startsWith(words.join(' '))) return 3
  const parts = searched.split(/[\s._-]+/)
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 1
}
