import { clsx } from 'clsx'
import { Slot } from 'radix-ui'
import { type KeyboardEvent, lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react'
import { Icon } from './icon'
import { useMenuParts } from './menu-parts'

type MenuProps = {
  trigger: ReactNode
  /** Names the menu for screen readers. */
  label: string
  align?: 'start' | 'end'
  children: ReactNode
}

/** Loaded when the first menu is opened: a page has one a row, and mostly none is. */
const OpenedMenu = lazy(async () => ({ default: (await import('./opened-menu')).OpenedMenu }))

/** Until it is first opened a menu is nothing but its button. */
export function Menu(props: MenuProps) {
  const [openedBy, setOpenedBy] = useState<'keys' | 'pointer' | null>(null)
  const closed = <ClosedMenu trigger={props.trigger} onOpen={setOpenedBy} />
  if (openedBy === null) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedMenu {...props} atFirstItem={openedBy === 'keys'} />
    </Suspense>
  )
}

type ClosedMenuProps = { trigger: ReactNode; onOpen: (by: 'keys' | 'pointer') => void }

function ClosedMenu({ trigger, onOpen }: ClosedMenuProps) {
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    onOpen('keys')
  }
  // A press of Enter, of the space bar or of a screen reader is a click that counts no clicks.
  const openByPress = (event: MouseEvent) => onOpen(event.detail === 0 ? 'keys' : 'pointer')
  return (
    <Slot.Root aria-haspopup="menu" aria-expanded={false} onClick={openByPress} onKeyDown={openByArrow}>
      {trigger}
    </Slot.Root>
  )
}

const ITEM =
  'flex min-h-8 items-center gap-2 rounded-4 px-2 py-1 outline-none data-[highlighted]:bg-hover max-desk:min-h-11'

type MenuItemProps = {
  onSelect: () => void
  /** Why the item is off; it stays reachable and says so in a second line. */
  offBecause?: string | undefined
  danger?: boolean
  children: ReactNode
}

export function MenuItem({ onSelect, offBecause, danger = false, children }: MenuItemProps) {
  const { Item } = useMenuParts()
  const off = offBecause !== undefined
  return (
    <Item
      aria-disabled={off || undefined}
      onSelect={(event) => (off ? event.preventDefault() : onSelect())}
      className={clsx(ITEM, off ? 'cursor-not-allowed text-text-3' : danger ? 'text-bad' : 'text-text')}
    >
      <span className="grid">
        {children}
        {off ? <span className="max-w-[36ch] text-12">{offBecause}</span> : null}
      </span>
    </Item>
  )
}

type MenuChoiceProps<Value extends string> = {
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: ReactNode; lang?: string }[]
}

/** One of several, with the present one checked. */
export function MenuChoice<Value extends string>({ value, onChange, options }: MenuChoiceProps<Value>) {
  const { RadioGroup, RadioItem, ItemIndicator } = useMenuParts()
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <RadioGroup value={value} onValueChange={choose}>
      {options.map((option) => (
        <RadioItem
          key={option.value}
          value={option.value}
          lang={option.lang}
          className={clsx(ITEM, 'justify-between gap-6')}
        >
          {option.label}
          <ItemIndicator className="flex text-accent">
            <Icon name="check" />
          </ItemIndicator>
        </RadioItem>
      ))}
    </RadioGroup>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useMenuParts()
  return <Label className="px-2 pt-1 pb-0.5 text-12 text-text-3">{children}</Label>
}

export function MenuLine() {
  const { Separator } = useMenuParts()
  return <Separator className="-mx-1 my-1 h-px bg-line" />
}
