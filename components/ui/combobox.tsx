import { clsx } from 'clsx'
import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import { type ReactNode, useId, useState } from 'react'
import { findOptions } from './find-options'
import type { FieldIds } from './field'
import { Icon } from './icon'
import { CONTROL, CONTROL_LINE } from './input'

export type ComboOption = {
  value: string
  label: string
  /** Also searched: the words people know it by. */
  detail?: string | undefined
  /** Why it cannot be chosen; it stays in the list and says so. */
  offBecause?: string | undefined
}
export type ComboGroup = { label: string; options: readonly ComboOption[] }

type ComboboxProps = {
  ids: FieldIds
  value: string
  onChange: (value: string) => void
  groups: readonly ComboGroup[]
  /** Names the field of the search for screen readers. */
  label: string
  placeholder: string
  /** When nothing is found, and how many more there are than shown. */
  words: { empty: ReactNode; more: (count: number) => ReactNode }
  isMono?: boolean
}

/** A choice out of more than one reads through: the list opens with a search, and the keys stay on both. */
export function Combobox(props: ComboboxProps) {
  const { ids, value, onChange, groups, label, placeholder, words, isMono = false } = props
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const chosen = groups.flatMap(({ options }) => options).find((option) => option.value === value)
  const choose = (next: string) => {
    onChange(next)
    setOpen(false)
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        id={ids.id}
        role="combobox"
        aria-haspopup="listbox"
        aria-controls={listId}
        aria-expanded={isOpen}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
        className={clsx(CONTROL, CONTROL_LINE, 'flex items-center justify-between gap-2 text-left')}
      >
        <span className={clsx('truncate', chosen === undefined ? 'text-text-3' : isMono && 'mono')}>
          {chosen?.label ?? (value === '' ? placeholder : value)}
        </span>
        <Icon name="chevron" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          id={listId}
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="open-160-ms z-50 w-[max(var(--radix-popover-trigger-width),min(360px,calc(100vw-16px)))] overflow-hidden rounded-6 border border-line-control bg-surface text-13 focus:outline-none"
        >
          <Search groups={groups} value={value} label={label} words={words} onChoose={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

type SearchProps = Pick<ComboboxProps, 'groups' | 'value' | 'label' | 'words'> & {
  onChoose: (value: string) => void
}

function Search({ groups, value, label, words, onChoose }: SearchProps) {
  const [typed, setTyped] = useState('')
  const all = groups.flatMap((group) =>
    group.options.map((option) => ({
      group: group.label,
      option,
      text: `${option.label} ${option.detail ?? ''} ${group.label}`,
    })),
  )
  const { shown, left } = findOptions(all, typed)
  return (
    <Command label={label} shouldFilter={false} loop defaultValue={value}>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Icon name="search" className="size-3.5 text-text-3" />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          aria-label={label}
          placeholder={label}
          className="h-9 min-w-0 flex-1 bg-transparent outline-none placeholder:text-text-3 max-desk:h-11 max-desk:text-16"
        />
      </div>
      <Command.List
        label={label}
        className="max-h-[min(320px,var(--radix-popover-content-available-height))] overflow-y-auto overscroll-contain p-1 [scrollbar-width:thin]"
      >
        <Command.Empty className="px-2 py-3 text-text-2">{words.empty}</Command.Empty>
        {groups.map((group) => {
          const own = shown.filter((each) => each.group === group.label)
          return own.length === 0 ? null : (
            <Command.Group
              key={group.label}
              heading={group.label === '' ? undefined : group.label}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-text-3"
            >
              {own.map(({ option }) => (
                <Option
                  key={option.value}
                  option={option}
                  isChosen={option.value === value}
                  onChoose={onChoose}
                />
              ))}
            </Command.Group>
          )
        })}
        {left === 0 ? null : <p className="px-2 py-2 text-12 text-text-3">{words.more(left)}</p>}
      </Command.List>
    </Command>
  )
}

type OptionProps = { option: ComboOption; isChosen: boolean; onChoose: (value: string) => void }

function Option({ option, isChosen, onChoose }: OptionProps) {
  const { value, label, detail, offBecause } = option
  const off = offBecause !== undefined
  return (
    <Command.Item
      value={value}
      aria-disabled={off || undefined}
      onSelect={off ? () => {} : () => onChoose(value)}
      className={clsx(
        'flex min-h-8 items-center gap-2 rounded-4 px-2 py-1 data-[selected=true]:bg-hover data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)] max-desk:min-h-11',
        off ? 'cursor-not-allowed text-text-3' : 'text-text',
      )}
    >
      <span className="flex w-3.5 flex-none text-accent">{isChosen ? <Icon name="check" /> : null}</span>
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {label}
        {off ? <span className="block text-12">{offBecause}</span> : null}
      </span>
      {detail === undefined ? null : <span className="flex-none text-12 text-text-3">{detail}</span>}
    </Command.Item>
  )
}
