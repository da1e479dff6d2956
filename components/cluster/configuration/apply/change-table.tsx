import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type ChangeTableProps = {
  label: string
  /** `panel`: it fills one, which has a line around it already. */
  place?: 'section' | 'panel'
  /** The first names the setting, which a phone shows above the others. */
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A few settings side by side: before, after, and how. On a phone each is a block with the heads as labels. */
export function ChangeTable({ label, place: where = 'section', heads, rows }: ChangeTableProps) {
  return (
    <table
      aria-label={label}
      className={clsx(
        'w-full table-fixed border-collapse text-13 max-desk:block',
        where === 'section' && 'overflow-hidden rounded-4 outline outline-line',
      )}
    >
      <colgroup className="max-desk:hidden">
        {heads.map((head, place) => (
          <col key={head} className={WIDTHS[place]} />
        ))}
      </colgroup>
      <thead className="max-desk:sr-only">
        <tr>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className={clsx(
                'border-b border-line px-3 py-1.5 text-left text-12 font-normal text-text-3',
                where === 'panel' && 'first:pl-4',
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-desk:block">
        {rows.map(({ key, cells }) => (
          <tr
            key={key}
            className="border-t border-line first:border-t-0 max-desk:grid max-desk:gap-0.5 max-desk:px-3 max-desk:py-2"
          >
            {cells.map((cell, place) => (
              <td
                key={heads[place]}
                className={clsx(
                  'px-3 py-2 align-baseline max-desk:grid max-desk:grid-cols-[88px_minmax(0,1fr)] max-desk:items-baseline max-desk:gap-x-2 max-desk:p-0 max-desk:first:block',
                  where === 'panel' && 'desk:first:pl-4',
                )}
              >
                {place === 0 ? null : (
                  <span aria-hidden="true" className="text-12 text-text-3 desk:hidden">
                    {heads[place]}
                  </span>
                )}
                <div className="min-w-0">{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Names are long; what comes after the two values is a word. */
const WIDTHS = ['w-[34%]', undefined, undefined, 'w-[20%]'] as const
