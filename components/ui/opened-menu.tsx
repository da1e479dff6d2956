import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { MenuPartsContext } from './menu-parts'

type OpenedMenuProps = { trigger: ReactNode; label: string; align?: 'start' | 'end'; children: ReactNode }

/** Open from its first moment; from then on its button opens and closes it. */
export function OpenedMenu({ trigger, label, align = 'end', children }: OpenedMenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="open-160-ms z-40 min-w-44 rounded-6 border border-line-control bg-surface p-1 text-13"
        >
          <MenuPartsContext value={DropdownMenu}>{children}</MenuPartsContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
