/** One choice among the values rows have, one or several each: `value` is empty while all are shown. */
export type FacetChoice<Row> = { valuesOf: (row: Row) => readonly string[]; value: string }

/** Every word must occur somewhere in the row’s text, in any order. */
export function hasWords(text: string, words: string): boolean {
  const searched = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word))
}

export function filterRows<Row>(
  rows: readonly Row[],
  {
    textOf,
    words,
    facets,
  }: { textOf: (row: Row) => string; words: string; facets: readonly FacetChoice<Row>[] },
): readonly Row[] {
  const chosen = facets.filter(({ value }) => value !== '')
  if (words.trim() === '' && chosen.length === 0) return rows
  return rows.filter(
    (row) =>
      chosen.every(({ valuesOf, value }) => valuesOf(row).includes(value)) && hasWords(textOf(row), words),
  )
}

/** The values that occur, in order of their first row or as `order` says, each with how many rows have it. */
export function countValues<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly string[],
  order: readonly string[] = [],
): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of rows.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((left, right) => place(left.value) - place(right.value) || compareText(left.value, right.value))
}

const compareText = (left: string, right: string): number =>
  left.localeCompare(right, 'en', { numeric: true })
