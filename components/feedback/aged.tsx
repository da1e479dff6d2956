'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { useNow } from '@/components/ui/use-now'
import { serverNow } from '@/lib/browser/clock'
import { NO_DATA_AFTER_MS } from '@/lib/browser/standing'

type AgedProps = {
  /** When the fact was measured; null where that is not known, and then nothing is said of its age. */
  at: string | null
  className?: string
  children: ReactNode
}

/** A fact that turns grey and tells its age once it is older than a state may be. */
export function Aged({ at, className, children }: AgedProps) {
  const t = useTranslations('errors')
  const duration = useDuration()
  useNow(1000, at !== null)
  const ageMs = at === null ? 0 : serverNow() - Date.parse(at)
  if (at === null || ageMs <= NO_DATA_AFTER_MS) return <span className={className}>{children}</span>
  return (
    <span className={clsx(className, 'font-normal! text-text-3!')} title={at}>
      {children} <span className="text-12 whitespace-nowrap">{t('aged', { age: duration(ageMs) })}</span>
    </span>
  )
}
