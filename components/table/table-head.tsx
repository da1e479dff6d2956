import { flexRender, type Header, type Table } from '@tanstack/react-table'
import { clsx } from 'clsx'
import { Icon } from '@/components/ui/icon'

const DIRECTIONS = { asc: 'ascending', desc: 'descending' } as const

export function TableHead<Row>({ table }: { table: Table<Row> }) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map((header) => (
            <HeadCell key={header.id} header={header} />
          ))}
        </tr>
      ))}
    </thead>
  )
}

function HeadCell<Row>({ header }: { header: Header<Row, unknown> }) {
  const { column } = header
  const meta = column.columnDef.meta
  const sorted = column.getIsSorted()
  const label = flexRender(column.columnDef.header, header.getContext())
  return (
    <th
      scope="col"
      aria-sort={sorted === false ? undefined : DIRECTIONS[sorted]}
      className={clsx(
        'h-8 border-b border-line px-3 text-left text-12 font-medium whitespace-nowrap text-text-3 first:pl-4 last:pr-4 max-desk:px-2 max-desk:first:pl-3',
        meta?.align === 'right' && 'text-right',
        meta?.className,
      )}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          onClick={column.getToggleSortingHandler()}
          className={clsx(
            'group/sort inline-flex h-8 items-center gap-1 hover:text-text',
            sorted !== false && 'text-text-2',
            meta?.align === 'right' && 'flex-row-reverse',
          )}
        >
          {label}
          <Icon
            name={sorted === 'desc' ? 'sortDown' : 'sortUp'}
            className={clsx('size-3', sorted === false && 'opacity-0 group-hover/sort:opacity-60')}
          />
        </button>
      ) : (
        label
      )}
    </th>
  )
}
