import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

export const CONTROL =
  'h-8 w-full min-w-0 rounded-4 border bg-surface px-2.5 text-13 text-text placeholder:text-text-3 max-desk:h-11 max-desk:text-16'
export const CONTROL_LINE = 'border-line-control aria-[invalid=true]:border-bad-solid'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={clsx(
        CONTROL,
        CONTROL_LINE,
        'focus-visible:rounded-4 focus-visible:outline-offset-[-1px]',
        className,
      )}
    />
  )
}
