/** Longer lists nobody reads: whoever looks for something types a part of it. */
export const OPTIONS_SHOWN_MAX = 100

/** Options whose text holds every word typed, whatever the case; the first of them, and how many more there are. */
export function findOptions<Option extends { text: string }>(
  options: readonly Option[],
  typed: string,
): { shown: readonly Option[]; left: number } {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = options.filter(({ text }) => {
    const lower = text.toLowerCase()
    return words.every((word) => lower.includes(word))
  })
  return {
    shown: found.slice(0, OPTIONS_SHOWN_MAX),
    left: Math.max(0, found.length - OPTIONS_SHOWN_MAX),
  }
}
