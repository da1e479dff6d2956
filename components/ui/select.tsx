import { clsx } from 'clsx'
import { Select as Primitive } from 'radix-ui'
import type { ReactNode, Ref } from 'react'
import type { FieldIds } from './field'
import { Icon } from './icon'
import { CONTROL, CONTROL_LINE } from './input'

export type SelectOption = {
  value: string
  label: string
  /** Second column: mode, support state. */
  detail?: ReactNode
  /** Why it cannot be chosen; shown in place of the detail. */
  offBecause?: string | undefined
}
export type SelectGroup = { label: string; options: readonly SelectOption[] }

type SelectProps = {
  ref?: Ref<HTMLButtonElement>
  ids: FieldIds
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  groups: readonly SelectGroup[]
  placeholder?: string
}

export function Select({ ref, ids, value, onChange, onBlur, groups, placeholder }: SelectProps) {
  return (
    <Primitive.Root value={value} onValueChange={onChange}>
      <Primitive.Trigger
        ref={ref}
        id={ids.id}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid}
        onBlur={onBlur}
        className={clsx(CONTROL, CONTROL_LINE, 'flex items-center justify-between gap-2 text-left')}
      >
        <Primitive.Value placeholder={placeholder} />
        <Icon name="chevron" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="open-160-ms z-40 max-h-[min(420px,var(--radix-select-content-available-height))] min-w-(--radix-select-trigger-width) overflow-hidden rounded-6 border border-line-control bg-surface text-13"
        >
          <Primitive.Viewport className="p-1">
            {groups.map((group, index) => (
              <Primitive.Group
                key={group.label}
                className={clsx(index > 0 && 'mt-1 border-t border-line pt-1')}
              >
                <Primitive.Label className="px-2 pt-1 pb-0.5 text-12 text-text-3">
                  {group.label}
                </Primitive.Label>
                {group.options.map((option) => (
                  <Option key={option.value} option={option} />
                ))}
              </Primitive.Group>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

function Option({ option }: { option: SelectOption }) {
  const off = option.offBecause !== undefined
  return (
    <Primitive.Item
      value={option.value}
      disabled={off}
      className={clsx(
        'grid min-h-8 grid-cols-[16px_minmax(112px,auto)_1fr] items-center gap-2 rounded-4 px-2 py-1 outline-none data-[highlighted]:bg-hover max-desk:min-h-11',
        off && 'cursor-not-allowed text-text-3',
      )}
    >
      <span className="flex text-accent">
        <Primitive.ItemIndicator>
          <Icon name="check" />
        </Primitive.ItemIndicator>
      </span>
      <Primitive.ItemText>{option.label}</Primitive.ItemText>
      <span className="text-right text-12 text-text-3">{option.offBecause ?? option.detail}</span>
    </Primitive.Item>
  )
}
