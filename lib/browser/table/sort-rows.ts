/** Compares as people read: numbers within names count as numbers. */
const READING = new Intl.Collator('en', { numeric: true })

export type Sort<Row> = { valueOf: (row: Row) => unknown; isDescending: boolean }

/** Rows with equal values keep their order, whichever way is sorted. */
export function sortRows<Row>(rows: readonly Row[], { valueOf, isDescending }: Sort<Row>): readonly Row[] {
  const turn = isDescending ? -1 : 1
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((left, right) => turn * compareValues(left.value, right.value))
    .map(({ row }) => row)
}

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return READING.compare(String(left), String(right))
}
