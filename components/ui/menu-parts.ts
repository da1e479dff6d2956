import type { DropdownMenu } from 'radix-ui'
import { createContext, use } from 'react'

type MenuParts = Pick<
  typeof DropdownMenu,
  'Item' | 'RadioGroup' | 'RadioItem' | 'ItemIndicator' | 'Label' | 'Separator'
>

/** What a menu is made of comes with the opened menu, so that a page that names items does not load it. */
export const MenuPartsContext = createContext<MenuParts | null>(null)

export function useMenuParts(): MenuParts {
  const parts = use(MenuPartsContext)
  if (parts === null) throw new Error('What is in a menu needs an opened Menu around it')
  return parts
}
