import { useDeferredValue, useMemo } from 'react'
import { filterRows } from '@/lib/browser/table/filter-rows'
import type { Facet } from './facet-filter'

type Asked<Row> = {
  textOf: (row: Row) => string
  words: string
  facets: readonly Facet<Row>[]
  /** The chosen value of each facet, empty while all are shown. */
  values: readonly [string, string, string]
}

/**
 * The rows that fit. What is typed or pressed shows at once and thousands of rows follow it; as long as nothing else
 * is asked they are the same list again, which the table need not sort anew.
 */
export function useFoundRows<Row>(rows: readonly Row[], { textOf, words, facets, values }: Asked<Row>) {
  const typed = useDeferredValue(words)
  const [first, second, third] = [
    useDeferredValue(values[0]),
    useDeferredValue(values[1]),
    useDeferredValue(values[2]),
  ]
  const [ofFirst, ofSecond, ofThird] = facets.map(({ valuesOf }) => valuesOf)
  return useMemo(() => {
    const choices = [
      { valuesOf: ofFirst, value: first },
      { valuesOf: ofSecond, value: second },
      { valuesOf: ofThird, value: third },
    ]
    const chosen = choices.flatMap(({ valuesOf, value }) => (valuesOf ? [{ valuesOf, value }] : []))
    return filterRows(rows, { textOf, words: typed, facets: chosen })
  }, [rows, textOf, typed, first, second, third, ofFirst, ofSecond, ofThird])
}
