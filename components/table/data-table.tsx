'use client'

import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useRef } from 'react'
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
export type Column<Row> = ColumnDef<Row>

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

/**
 * The one table: sorted by pressing a header, the sort kept in the address, a row cursor moved with J and K. The
 * cursor is the focus on a row’s link (`data-row-link`), so Enter opens it and a screen reader says where one is.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, addressAs, firstSort, empty, lines = 'two' } = props
  const [sort, setSort] = useAddress(addressAs === undefined ? 'sort' : `${addressAs}.sort`, firstSort)
  const body = useRef<HTMLTableSectionElement>(null)
  // The table makes and sorts its rows anew for a new list only.
  const data = useMemo(() => [...rows], [rows])
  // The compiler is not in use; the table's own memoization is.
  // oxlint-disable-next-line react/incompatible-library
  const table = useReactTable({
    data,
    columns,
    getRowId: rowId,
    state: { sorting: readSort(sort) },
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(readSort(sort)) : change
      setSort(writeSort(next, firstSort))
    },
    enableSortingRemoval: false,
    // Rows come anew with every look at the server; a reset on each would set state for ever.
    autoResetAll: false,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  })
  return (
    <div className="overflow-x-auto rounded-6 border border-line bg-surface">
      <table aria-label={label} aria-rowcount={rows.length + 1} className="w-full border-collapse text-13">
        <TableHead table={table} />
        <TableBody table={table} bodyRef={body} lines={lines} sort={sort} />
      </table>
      {rows.length === 0 ? empty : null}
    </div>
  )
}

const readSort = (text: string): SortingState => [{ id: text.replace(/^-/, ''), desc: text.startsWith('-') }]

function writeSort([first]: SortingState, fallback: string): string {
  if (first === undefined) return fallback
  return first.desc ? `-${first.id}` : first.id
}
