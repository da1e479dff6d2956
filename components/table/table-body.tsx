import { flexRender, type Table } from '@tanstack/react-table'
import { clsx } from 'clsx'
import type { Ref } from 'react'

type TableBodyProps<Row> = { table: Table<Row>; bodyRef: Ref<HTMLTableSectionElement> }

export function TableBody<Row>({ table, bodyRef }: TableBodyProps<Row>) {
  return (
    <tbody ref={bodyRef}>
      {table.getRowModel().rows.map((row) => (
        <tr
          key={row.id}
          className="group/row transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:[&>td:first-child]:shadow-[inset_2px_0_0_var(--accent)]"
        >
          {row.getVisibleCells().map((cell) => (
            <td
              key={cell.id}
              className={clsx(
                'h-12 border-b border-line px-3 py-1 align-middle group-last/row:border-b-0 first:pl-4 last:pr-4 max-desk:px-2 max-desk:first:pl-3',
                cell.column.columnDef.meta?.align === 'right' && 'text-right whitespace-nowrap',
                cell.column.columnDef.meta?.className,
              )}
            >
              {flexRender(cell.column.columnDef.cell, cell.getContext())}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
