import { useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { useDuration } from '@/components/text/use-duration'
import { Announcer } from '@/components/ui/announcer'
import { useNow } from '@/components/ui/use-now'
import { clockTime } from '@/lib/browser/format/time'
import { Notice } from './notice'
import { useErrorWords } from './use-error-words'

/** What is shown is old: since when, why, and what happens next. The data stays in view. */
export function StaleNote({ sinceMs, error }: { sinceMs: number; error: unknown }) {
  const t = useTranslations('errors')
  const duration = useDuration()
  const now = useNow(1000) ?? sinceMs
  const { what, next } = useErrorWords()(error)
  return (
    <Notice tone="idle" shape="unknown" role="none">
      <Announcer sentence={what} />
      <Sentences
        parts={[
          <b key="first" className="font-[550]">
            {t('stale', { age: duration(now - sinceMs) })}
          </b>,
          t('staleFrom', { time: clockTime(sinceMs) }),
          what,
          next,
        ]}
      />
    </Notice>
  )
}
