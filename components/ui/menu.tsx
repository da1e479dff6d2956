import { clsx } from 'clsx'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon } from './icon'

type MenuProps = {
  trigger: ReactNode
  /** Names the menu for screen readers. */
  label: string
  align?: 'start' | 'end'
  children: ReactNode
}

export function Menu({ trigger, label, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="open-160-ms z-40 min-w-44 rounded-6 border border-line-control bg-surface p-1 text-13"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
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
  const off = offBecause !== undefined
  return (
    <DropdownMenu.Item
      aria-disabled={off || undefined}
      onSelect={(event) => (off ? event.preventDefault() : onSelect())}
      className={clsx(ITEM, off ? 'cursor-not-allowed text-text-3' : danger ? 'text-bad' : 'text-text')}
    >
      <span className="grid">
        {children}
        {off ? <span className="max-w-[36ch] text-12">{offBecause}</span> : null}
      </span>
    </DropdownMenu.Item>
  )
}

type MenuChoiceProps<Value extends string> = {
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: ReactNode; lang?: string }[]
}

/** One of several, with the present one checked. */
export function MenuChoice<Value extends string>({ value, onChange, options }: MenuChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={choose}>
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          lang={option.lang}
          className={clsx(ITEM, 'justify-between gap-6')}
        >
          {option.label}
          <DropdownMenu.ItemIndicator className="flex text-accent">
            <Icon name="check" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-12 text-text-3">{children}</DropdownMenu.Label>
}

export function MenuLine() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />
}
