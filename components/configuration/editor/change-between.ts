/** The smallest single change that makes one text of another; null where they say the same. Line breaks all count as one. */
export function changeBetween(before: string, wanted: string) {
  const after = wanted.replaceAll(/\r\n?/g, '\n')
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) }
}
