import { clsx } from 'clsx'
import { Slot } from 'radix-ui'
import { type ComponentProps, type MouseEvent, useId } from 'react'

const KINDS = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  plain: 'border-line-strong bg-surface text-text hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-text-2 hover:bg-hover hover:text-text',
  danger: 'border-bad bg-bad text-surface hover:opacity-90',
} as const
const SIZES = {
  normal: 'h-8 px-3 text-13',
  small: 'h-6 px-2 text-12 max-desk:h-8 max-desk:min-w-11',
  icon: 'size-7 px-0 text-13 max-desk:size-11',
} as const
const OFF = 'cursor-not-allowed border-dashed border-line-strong bg-transparent text-text-3'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: keyof typeof KINDS
  size?: keyof typeof SIZES
  /** Renders the child (a link, say) with the looks of a button. */
  asChild?: boolean
  /** Why the button is off. It keeps focus, and the reason is read with it and shown beside it. */
  offBecause?: string | undefined
  /** Where the reason stands. `elsewhere`: the surrounding view shows it in words of its own. */
  reasonPlace?: 'under' | 'elsewhere'
}

export function Button({
  kind = 'plain',
  size = 'normal',
  asChild = false,
  offBecause,
  reasonPlace = 'under',
  type = 'button',
  onClick,
  className,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const off = offBecause !== undefined
  const Tag = asChild ? Slot.Root : 'button'
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <Tag
      {...rest}
      {...(asChild ? {} : { type })}
      onClick={click}
      aria-disabled={off || undefined}
      aria-describedby={off ? reasonId : rest['aria-describedby']}
      className={clsx(
        'inline-flex items-center justify-center gap-1.5 rounded-4 border font-medium whitespace-nowrap no-underline transition-colors',
        SIZES[size],
        off ? OFF : KINDS[kind],
        className,
      )}
    />
  )
  if (!off) return button
  return (
    <span className="inline-grid justify-items-start gap-1">
      {button}
      <span
        id={reasonId}
        className={reasonPlace === 'under' ? 'max-w-[48ch] text-12 text-text-2' : 'sr-only'}
      >
        {offBecause}
      </span>
    </span>
  )
}
