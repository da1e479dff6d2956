import type { ReactNode } from 'react'

/**
 * What stands over a table or charts: search, filters, and at the far end what is done with them. A phone scrolls it;
 * words for the ear alone lie in it too, not beside the page.
 */
export function FilterBar({ label, end, children }: { label: string; end?: ReactNode; children: ReactNode }) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className="relative flex flex-wrap items-center gap-2 max-desk:-mx-4 max-desk:flex-nowrap max-desk:overflow-x-auto max-desk:px-4 max-desk:py-1 max-desk:[scrollbar-width:none]"
    >
      {children}
      <span className="ml-auto flex flex-none items-center gap-2">{end}</span>
    </div>
  )
}
