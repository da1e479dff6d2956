'use client'

import { useSyncExternalStore } from 'react'
import { Kbd } from '@/components/ui/kbd'

const never = () => () => {}

/** As it is printed on the keyboard at hand; as wide as the wider one, so that nothing moves. */
export function PaletteKey() {
  const isMac = useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  )
  return (
    <span className="inline-block w-11 text-left">
      <Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
    </span>
  )
}
