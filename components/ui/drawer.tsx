import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'

type DrawerProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Heard, not seen: what is inside has its own head. */
  title: string
  children: ReactNode
}

/** What a phone has no room for, at its left edge. */
export function Drawer({ open, onOpenChange, title, children }: DrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="open-160-ms fixed inset-0 z-40 bg-scrim desk:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          // A followed link leads away, also to the page one is on.
          onClick={({ target }) => {
            if (target instanceof Element && target.closest('a') !== null) onOpenChange(false)
          }}
          className="open-160-ms fixed inset-y-0 left-0 z-50 flex w-[min(300px,86vw)] flex-col border-r border-line-control bg-bg outline-none desk:hidden"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
