import { clsx } from 'clsx'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'

type TextLinkProps = ComponentProps<'a'> & {
  asChild?: boolean
  /** `quiet` reads as text until hovered: names in tables, crumbs. */
  kind?: 'accent' | 'quiet'
}

export function TextLink({ asChild = false, kind = 'accent', className, ...rest }: TextLinkProps) {
  const Tag = asChild ? Slot.Root : 'a'
  return (
    <Tag
      {...rest}
      className={clsx(
        'underline-offset-2 hover:underline',
        kind === 'accent' ? 'text-accent' : 'text-inherit',
        className,
      )}
    />
  )
}
