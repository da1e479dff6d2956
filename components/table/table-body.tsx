import { createRow, flexRender, type Table } from '@tanstack/react-table'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { Fragment, type Ref, type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useCalmRows } from './use-calm-rows'
import { useRowCursor } from './use-row-cursor'

const HEIGHTS = { one: { px: 36, className: 'h-9' }, two: { px: 48, className: 'h-12' } } as const

/** So many rows are drawn whole: the browser finds in them, prints them and jumps through them by itself. */
const WHOLE_MAX = 60
const BEYOND_VIEW = 12

/** A row with what tells it from all others. */
type Listed<Row> = { id: string; row: Row }

type TableBodyProps<Row> = {
  table: Table<Row>
  rows: readonly Listed<Row>[]
  bodyRef: RefObject<HTMLTableSectionElement | null>
  lines: keyof typeof HEIGHTS
  /** What the reader chose to sort by: the one thing that may move rows under the pointer. */
  sort: string
}

/** Of a long list only the rows in view exist, a few beyond, and the one with the cursor; empty rows stand for the rest. */
export function TableBody<Row>({ table, rows: sorted, bodyRef, lines, sort }: TableBodyProps<Row>) {
  const rows = useCalmRows(bodyRef, sorted, sort)
  const isWhole = rows.length <= WHOLE_MAX
  const top = useTopOf(bodyRef)
  const [cursor, setCursor] = useState<string | null>(null)
  // Drawn before it is focused: the next row of a long list may not exist yet.
  useRowCursor(bodyRef, rows.length, (place) => flushSync(() => setCursor(rows[place]?.id ?? null)))
  const cursorPlace = isWhole || cursor === null ? -1 : rows.findIndex(({ id }) => id === cursor)
  // The compiler is not in use; the library keeps its own state.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: !isWhole,
    estimateSize: () => HEIGHTS[lines].px,
    getItemKey: (place) => rows[place]?.id ?? place,
    overscan: BEYOND_VIEW,
    scrollMargin: top,
    rangeExtractor: (range) => withPlace(defaultRangeExtractor(range), cursorPlace),
  })
  if (isWhole) {
    return (
      <tbody ref={bodyRef}>
        {rows.map((row, place) => (
          <BodyRow key={row.id} table={table} listed={row} place={place} lines={lines} />
        ))}
      </tbody>
    )
  }
  const items = virtual.getVirtualItems()
  const end = items.at(-1)?.end ?? top
  return (
    <tbody ref={bodyRef}>
      {items.map(({ index, start }, at) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <Fragment key={row.id}>
            <Gap px={start - (items[at - 1]?.end ?? top)} />
            <BodyRow
              table={table}
              listed={row}
              place={index}
              lines={lines}
              measure={virtual.measureElement}
            />
          </Fragment>
        )
      })}
      <Gap px={virtual.getTotalSize() - (end - top)} />
    </tbody>
  )
}

const withPlace = (places: number[], place: number): number[] =>
  place === -1 || places.includes(place) ? places : [...places, place].toSorted((left, right) => left - right)

/** How far down the page the rows begin; what stands above them may grow or go. */
function useTopOf(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const box = body.current?.getBoundingClientRect()
      if (box) setTop(Math.round(box.top + globalThis.scrollY))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(document.body)
    return () => watcher.disconnect()
  }, [body])
  return top
}

function Gap({ px }: { px: number }) {
  return px <= 0 ? null : <tr aria-hidden="true" style={{ height: px }} />
}

type BodyRowProps<Row> = {
  table: Table<Row>
  listed: Listed<Row>
  place: number
  lines: keyof typeof HEIGHTS
  measure?: Ref<HTMLTableRowElement>
}

function BodyRow<Row>({ table, listed, place, lines, measure }: BodyRowProps<Row>) {
  const { id, row: original } = listed
  const row = useMemo(() => createRow(table, id, original, place, 0), [table, id, original, place])
  return (
    <tr
      ref={measure}
      data-index={place}
      // The head is the first row.
      aria-rowindex={place + 2}
      className="group/row transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:[&>td:first-child]:shadow-[inset_2px_0_0_var(--accent)]"
    >
      {row.getVisibleCells().map((cell) => (
        <td
          key={cell.id}
          className={clsx(
            'border-b border-line px-3 py-1 align-middle group-last/row:border-b-0 first:pl-4 last:pr-4 max-desk:px-2 max-desk:first:pl-3',
            HEIGHTS[lines].className,
            cell.column.columnDef.meta?.align === 'right' && 'text-right whitespace-nowrap',
            cell.column.columnDef.meta?.className,
          )}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  )
}
