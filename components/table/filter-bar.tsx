import type { ReactNode } from 'react'

/** What stands over a table: search, filters, and at the far end what is done with the rows. A phone scrolls it. */
export function FilterBar({ label, end, children }: { label: string; end: ReactNode; children: ReactNode }) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className="flex flex-wrap items-center gap-2 max-desk:-mx-4 max-desk:flex-nowrap max-desk:overflow-x-auto max-desk:px-4 max-desk:py-1 max-desk:[scrollbar-width:none]"
    >
      {children}
      <span className="ml-auto flex flex-none items-center gap-2">{end}</span>
    </div>
  )
}
