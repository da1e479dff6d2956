'use client'

import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { Announcer } from '@/components/ui/announcer'
import { useNow } from '@/components/ui/use-now'
import { serverNow } from '@/lib/browser/clock'
import { clockTime } from '@/lib/browser/format/time'
import { type LiveState, liveState, watchLive } from '@/lib/browser/live'

const SILENT: LiveState = { streaming: false, heardAt: null }
/** After this long without a word from the server what is shown is no longer live. */
const QUIET_MAX_MS = 15_000

/** When the server was last heard, and by which way. */
export function LiveIndicator() {
  const t = useTranslations('live')
  const duration = useDuration()
  const { streaming, heardAt } = useSyncExternalStore(watchLive, liveState, () => SILENT)
  const ticking = useNow(1000) !== null
  if (!ticking || heardAt === null) return null
  const quietMs = serverNow() - heardAt
  const isQuiet = quietMs > QUIET_MAX_MS
  const sentence = isQuiet ? t('quiet') : t(streaming ? 'live' : 'polling')
  return (
    <span className="inline-flex items-center gap-1.5 text-12 whitespace-nowrap tabular-nums text-text-2 max-desk:text-11">
      <i
        aria-hidden="true"
        className={
          isQuiet
            ? 'size-1.5 rounded-1 shadow-[inset_0_0_0_1px_var(--line-control)]'
            : 'size-1.5 rounded-1 bg-ok-solid'
        }
      />
      <span className="max-desk:hidden">
        {isQuiet
          ? t('quietFor', { age: duration(quietMs) })
          : t(streaming ? 'liveAt' : 'pollingAt', { time: clockTime(heardAt) })}
      </span>
      <span className="desk:hidden">{isQuiet ? t('quietShort') : clockTime(heardAt)}</span>
      <Announcer sentence={sentence} />
    </span>
  )
}
