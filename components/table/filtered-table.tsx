'use client'

import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { type CsvColumn, csvRows } from '@/lib/browser/table/csv-rows'
import { filterRows } from '@/lib/browser/table/filter-rows'
import { CsvButton } from './csv-button'
import { DataTable, type DataTableProps } from './data-table'
import { type Facet, FacetFilter } from './facet-filter'
import { FilterBar } from './filter-bar'
import { useAddress } from './use-address'

type FilteredTableProps<Row> = Omit<DataTableProps<Row>, 'empty'> & {
  /** What the search finds a row by; kept in the address as `q`. */
  search: { label: string; textOf: (row: Row) => string }
  /** At most three: their values are kept in the address under their names. */
  facets?: readonly Facet<Row>[]
  /** Whose and what, for the name of the file, and its columns. */
  csv: { name: string; columns: readonly CsvColumn<Row>[] }
  /** Stands in place of the rows when there are none at all, filter or not. */
  empty?: ReactNode
  /** Further controls at the end of the bar. */
  actions?: ReactNode
}

/** A table with a search, filters and an export of what they leave: everything one chose stands in the address. */
export function FilteredTable<Row>(props: FilteredTableProps<Row>) {
  const { search, facets = [], csv, empty, actions, rows, ...table } = props
  const t = useTranslations('table')
  const prefix = props.addressAs === undefined ? '' : `${props.addressAs}.`
  const [words, setWords] = useAddress(`${prefix}q`, '')
  const choices = [
    useAddress(`${prefix}${facets[0]?.name ?? ''}`, ''),
    useAddress(`${prefix}${facets[1]?.name ?? ''}`, ''),
    useAddress(`${prefix}${facets[2]?.name ?? ''}`, ''),
  ] as const
  // What is typed or pressed shows at once; the rows follow when they are drawn.
  const asked = useDeferredValue(words)
  const values = [
    useDeferredValue(choices[0][0]),
    useDeferredValue(choices[1][0]),
    useDeferredValue(choices[2][0]),
  ]
  const chosen = facets.map(({ valuesOf }, place) => ({ valuesOf, value: values[place] ?? '' }))
  const { textOf } = search
  // Of thousands of rows the same list again as long as nothing else is asked: the table need not sort it anew.
  const worded = useMemo(() => filterRows(rows, { textOf, words: asked, facets: [] }), [rows, textOf, asked])
  const found = filterRows(worded, { textOf, words: '', facets: chosen })
  const clear = () => {
    setWords('')
    for (const [, choose] of choices) choose('')
  }
  return (
    <>
      <FilterBar
        label={t('filters')}
        end={
          <>
            {actions}
            <CsvButton name={csv.name} rows={() => csvRows(csv.columns, found)} />
          </>
        }
      >
        <SearchInput value={words} onSearch={setWords} label={search.label} />
        {facets.map((facet, place) => (
          <FacetFilter
            key={facet.name}
            facet={facet}
            rows={rows}
            value={choices[place]?.[0] ?? ''}
            onChoose={choices[place]?.[1] ?? clear}
          />
        ))}
      </FilterBar>
      <DataTable
        {...table}
        rows={found}
        empty={
          rows.length === 0 && empty !== undefined ? (
            empty
          ) : (
            <Empty title={t('nothingFound')} action={<Button onClick={clear}>{t('clear')}</Button>}>
              {t('nothingFoundText', { count: rows.length })}
            </Empty>
          )
        }
      />
    </>
  )
}
