import { Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'

/** Tabs are links: each has an address, so back, reload and a new window do what one expects. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="-mt-1 flex gap-5 overflow-x-auto border-b border-line text-13 [scrollbar-width:none] max-desk:-mx-4 max-desk:px-4"
    >
      {children}
    </nav>
  )
}

/** The child is the link itself. */
export function Tab({ current, ...rest }: ComponentProps<'a'> & { current: boolean }) {
  return (
    <Slot.Root
      {...rest}
      aria-current={current ? 'page' : undefined}
      className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-text-2 hover:text-text aria-[current]:border-accent aria-[current]:font-[550] aria-[current]:text-text max-desk:h-11"
    />
  )
}

export function TabCount({ children }: { children: ReactNode }) {
  return <span className="rounded-3 border border-line bg-sunken px-1 text-11 text-text-2">{children}</span>
}
