'use client'

import { type ColumnDef, getCoreRowModel, type SortingState, useReactTable } from '@tanstack/react-table'
import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react'
import { sortRows } from '@/lib/browser/table/sort-rows'
import { TableBody } from './table-body'
import { TableHead } from './table-head'
import { useAddress } from './use-address'

declare module '@tanstack/react-table' {
  // The names of the type parameters are the library's; an augmentation has to repeat them.
  interface ColumnMeta<TData, TValue> {
    align?: 'right'
    /** Widths, and what a phone leaves out. */
    className?: string
    _?: [TData, TValue]
  }
}

/** What a view says about a column, so that only this folder knows the table’s library. */
export type Column<Row> = ColumnDef<Row> & {
  /** The table sorts by the column’s value itself; a function here would never be called. */
  sortingFn?: never
}

export type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  label: string
  rows: readonly Row[]
  /** The same list at every render: cells are mounted anew when their function is another. */
  columns: Column<Row>[]
  rowId: (row: Row) => string
  /** Where a page has several tables: what the names of this one’s choices in the address begin with. */
  addressAs?: string
  /** Column and direction until a header is pressed: `name` or `-createdAt`. */
  firstSort: string
  /** Stands in place of the rows when there are none. */
  empty: ReactNode
  /** `one`: a line of text each. Names long enough to wrap still do. */
  lines?: 'one' | 'two'
}

/** What the library looks at to know in which direction a column is sorted first. */
const SAMPLE = 10

/**
 * The one table: sorted by pressing a header, the sort kept in the address, a row cursor moved with J and K. The
 * cursor is the focus on a row’s link (`data-row-link`), so Enter opens it and a screen reader says where one is.
 * The library keeps columns, heads and cells; rows it would make of ten thousand topics cost more than the rest of
 * the page, so it makes only those in view.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, addressAs, firstSort, empty, lines = 'two' } = props
  const [sort, setSort] = useAddress(addressAs === undefined ? 'sort' : `${addressAs}.sort`, firstSort)
  const body = useRef<HTMLTableSectionElement>(null)
  const sorted = useSortedRows(rows, { columns, rowId, sort })
  const sample = useMemo(() => rows.slice(0, SAMPLE), [rows])
  // The compiler is not in use; the table's own memoization is.
  // oxlint-disable-next-line react/incompatible-library
  const table = useReactTable({
    data: sample,
    columns,
    getRowId: rowId,
    state: { sorting: readSort(sort) },
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(readSort(sort)) : change
      setSort(writeSort(next, firstSort))
    },
    enableSortingRemoval: false,
    manualSorting: true,
    // Rows come anew with every look at the server; a reset on each would set state for ever.
    autoResetAll: false,
    getCoreRowModel: getCoreRowModel(),
  })
  return (
    <div className="overflow-x-auto rounded-6 border border-line bg-surface">
      <table aria-label={label} aria-rowcount={rows.length + 1} className="w-full border-collapse text-13">
        <TableHead table={table} />
        <TableBody table={table} rows={sorted} bodyRef={body} lines={lines} sort={sort} />
      </table>
      {rows.length === 0 ? empty : null}
    </div>
  )
}

type Sorting<Row> = Pick<DataTableProps<Row>, 'columns' | 'rowId'> & { sort: string }

/** Sorted anew for another list or another sort only. A sort by what the table does not have leaves the order as it came. */
function useSortedRows<Row>(rows: readonly Row[], { columns, rowId, sort }: Sorting<Row>) {
  const asked = useDeferredValue(sort)
  const sorted = useMemo(() => {
    const [{ id: by, desc }] = readSort(asked)
    const column = columns.find(({ id }) => id === by)
    const valueOf = column !== undefined && 'accessorFn' in column ? column.accessorFn : undefined
    return valueOf === undefined
      ? rows
      : sortRows(rows, { valueOf: (row) => valueOf(row, 0), isDescending: desc })
  }, [rows, columns, asked])
  // Apart from the sort: many views write the function where they use the table, another one at each render.
  return useMemo(() => sorted.map((row) => ({ id: rowId(row), row })), [sorted, rowId])
}

const readSort = (text: string): [{ id: string; desc: boolean }] => [
  { id: text.replace(/^-/, ''), desc: text.startsWith('-') },
]

function writeSort([first]: SortingState, fallback: string): string {
  if (first === undefined) return fallback
  return first.desc ? `-${first.id}` : first.id
}
