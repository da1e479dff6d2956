import { flexRender, type Row as TableRow, type Table } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { type Ref, type RefObject, useLayoutEffect, useState } from 'react'

const HEIGHTS = { one: { px: 36, className: 'h-9' }, two: { px: 48, className: 'h-12' } } as const

/** So many rows are drawn whole: the browser finds in them, prints them and jumps through them by itself. */
const WHOLE_MAX = 120
const BEYOND_VIEW = 12

type TableBodyProps<Row> = {
  table: Table<Row>
  bodyRef: RefObject<HTMLTableSectionElement | null>
  lines: keyof typeof HEIGHTS
}

/** Of a long list only the rows in view exist, and a few beyond; two empty rows stand for those left out. */
export function TableBody<Row>({ table, bodyRef, lines }: TableBodyProps<Row>) {
  const { rows } = table.getRowModel()
  const isWhole = rows.length <= WHOLE_MAX
  const top = useTopOf(bodyRef)
  // The compiler is not in use; the library keeps its own state.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: !isWhole,
    estimateSize: () => HEIGHTS[lines].px,
    getItemKey: (place) => rows[place]?.id ?? place,
    overscan: BEYOND_VIEW,
    scrollMargin: top,
  })
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? top) - top
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top)
  return (
    <tbody ref={bodyRef}>
      {isWhole ? (
        rows.map((row, place) => <BodyRow key={row.id} row={row} place={place} lines={lines} />)
      ) : (
        <>
          <Gap px={before} />
          {items.map(({ index }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <BodyRow key={row.id} row={row} place={index} lines={lines} measure={virtual.measureElement} />
            )
          })}
          <Gap px={after} />
        </>
      )}
    </tbody>
  )
}

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
  row: TableRow<Row>
  place: number
  lines: keyof typeof HEIGHTS
  measure?: Ref<HTMLTableRowElement>
}

function BodyRow<Row>({ row, place, lines, measure }: BodyRowProps<Row>) {
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
