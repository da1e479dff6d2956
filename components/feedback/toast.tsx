'use client'

import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import type { StateLook } from '@/components/ui/state'
import { isTold, tell, watchTold } from './told'

const FAILED = { shape: 'failed', tone: 'bad' } as const satisfies StateLook

/**
 * Only for the result of one’s own short action that has no other place to tell it. A failure stays until it is
 * closed. Long work has an operation page instead, and says here only that it ended.
 */
export const tellFailed = (title: string, text: string) => tell({ look: FAILED, title, text, stays: true })

type Ended = { look: StateLook; title: string; text: string; link: ReactNode; stays: boolean }

/** Long work one started here came to its end while one was elsewhere. */
export const tellEnded = ({ text, link, ...told }: Ended) =>
  tell({
    ...told,
    text: (
      <span className="flex flex-wrap gap-x-3">
        {text}
        {link}
      </span>
    ),
  })

type ToasterProps = { label: string; closeLabel: string }
const Toasts = lazy(async () => ({ default: (await import('./toasts')).Toasts }))

/** Where they are shown; loaded with the first one. */
export function Toaster(props: ToasterProps) {
  const isWanted = useSyncExternalStore(watchTold, isTold, () => false)
  return isWanted ? (
    <Suspense>
      <Toasts {...props} />
    </Suspense>
  ) : null
}
