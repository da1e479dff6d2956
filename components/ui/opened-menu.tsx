import { DropdownMenu } from 'radix-ui'
import { type FocusEvent, type ReactNode, useRef } from 'react'
import { MenuPartsContext } from './menu-parts'

type OpenedMenuProps = {
  trigger: ReactNode
  label: string
  align?: 'start' | 'end'
  /** Whether its first opening was by keyboard, which ends on an item and not on the list around them. */
  atFirstItem: boolean
  children: ReactNode
}

/** Open from its first moment; from then on its button opens and closes it. */
export function OpenedMenu({ trigger, label, align = 'end', atFirstItem, children }: OpenedMenuProps) {
  const wantsFirstItem = useRef(atFirstItem)
  // Radix does so by itself for every opening whose key it has seen, and it came after the first one's.
  const toFirstItem = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (!wantsFirstItem.current || target !== currentTarget) return
    wantsFirstItem.current = false
    currentTarget.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
  }
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onFocus={toFirstItem}
          className="open-160-ms z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto overscroll-contain rounded-6 border border-line-control bg-surface p-1 text-13"
        >
          <MenuPartsContext value={DropdownMenu}>{children}</MenuPartsContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
