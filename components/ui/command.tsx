import { clsx } from 'clsx'
import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon } from './icon'

type CommandDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Names the dialog and its field for screen readers. */
  label: string
  placeholder: string
  typed: string
  onType: (text: string) => void
  /** The entry the keys stand on. */
  selected: string
  onSelected: (id: string) => void
  /** When nothing is found. */
  empty: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/** One field over everything one can go to or do. What it lists is decided outside: long lists are not searched here. */
export function CommandDialog(props: CommandDialogProps) {
  const { open, onOpenChange, label, placeholder, typed, onType, selected, onSelected, ...rest } = props
  const { empty, footer, children } = rest
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="open-160-ms fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="open-160-ms fixed top-[12vh] left-1/2 z-50 w-[min(600px,calc(100vw-32px))] -translate-x-1/2 overflow-hidden rounded-6 border border-line-control bg-surface text-13 focus:outline-none max-desk:top-4"
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <Command
            label={label}
            shouldFilter={false}
            loop
            value={selected}
            onValueChange={onSelected}
            className="flex flex-col"
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Icon name="search" className="size-4 text-text-3" />
              <Command.Input
                value={typed}
                onValueChange={onType}
                placeholder={placeholder}
                className="h-12 min-w-0 flex-1 bg-transparent text-14 outline-none placeholder:text-text-3 max-desk:text-16"
              />
            </div>
            <Command.List
              label={label}
              className="max-h-[min(420px,60vh)] overflow-y-auto overscroll-contain p-1 [scrollbar-width:thin]"
            >
              <Command.Empty className="px-3 py-5 text-text-2">{empty}</Command.Empty>
              {children}
            </Command.List>
            {footer === undefined ? null : (
              <footer className="flex flex-wrap gap-4 border-t border-line px-4 py-2 text-12 text-text-2 max-desk:hidden">
                {footer}
              </footer>
            )}
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export function CommandGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={label}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-text-3"
    >
      {children}
    </Command.Group>
  )
}

type CommandItemProps = {
  id: string
  icon: ReactNode
  onSelect: () => void
  /** Why it can’t be done now; it stays in the list and says so. */
  offBecause?: string | undefined
  end?: ReactNode
  children: ReactNode
}

export function CommandItem({ id, icon, onSelect, offBecause, end, children }: CommandItemProps) {
  const off = offBecause !== undefined
  return (
    <Command.Item
      value={id}
      onSelect={off ? () => {} : onSelect}
      className={clsx(
        'flex min-h-9 items-center gap-2.5 rounded-4 px-2 py-1 data-[selected=true]:bg-hover data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)] max-desk:min-h-11',
        off ? 'cursor-not-allowed! text-text-3' : 'text-text',
      )}
    >
      <span className="flex w-4 flex-none justify-center">{icon}</span>
      <span className="grid min-w-0 flex-1 [overflow-wrap:anywhere]">
        {children}
        {off ? <span className="text-12">{offBecause}</span> : null}
      </span>
      {end === undefined ? null : <span className="flex flex-none gap-1 text-12 text-text-3">{end}</span>}
    </Command.Item>
  )
}
