'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { type CsvColumn, csvRows } from '@/lib/browser/table/csv-rows'
import { CsvButton } from './csv-button'
import { DataTable, type DataTableProps } from './data-table'
import { type Facet, FacetFilter } from './facet-filter'
import { FilterBar } from './filter-bar'
import { useAddress } from './use-address'
import { useFoundRows } from './use-found-rows'

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
  const values = [choices[0][0], choices[1][0], choices[2][0]] as const
  const found = useFoundRows(rows, { textOf: search.textOf, words, facets, values })
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
