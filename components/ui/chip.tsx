import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type ChipProps = { pressed: boolean; onPress: () => void; count?: ReactNode; children: ReactNode }

/** A filter that is on or off. */
export function Chip({ pressed, onPress, count, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={clsx(
        'inline-flex h-7 flex-none items-center gap-1.5 rounded-4 border px-2.5 text-13 whitespace-nowrap transition-colors max-desk:h-10',
        pressed
          ? 'border-accent bg-accent-tint text-text'
          : 'border-line-strong bg-surface text-text-2 hover:bg-hover',
      )}
    >
      {children}
      {count === undefined ? null : (
        <span className={clsx('font-medium', pressed ? 'text-text-2' : 'text-text-3')}>{count}</span>
      )}
    </button>
  )
}
