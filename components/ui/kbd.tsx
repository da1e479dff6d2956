import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A key. Hidden on phones, which have none. */
export function Kbd({ onAccent = false, children }: { onAccent?: boolean; children: ReactNode }) {
  return (
    <kbd
      className={clsx(
        'inline-block min-w-[18px] rounded-3 border px-1 text-center whitespace-nowrap font-sans text-11 font-medium max-desk:hidden',
        onAccent ? 'border-current bg-transparent opacity-85' : 'border-line-strong bg-sunken text-text-2',
      )}
    >
      {children}
    </kbd>
  )
}
