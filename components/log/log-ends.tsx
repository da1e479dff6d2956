import { useLocale, useTranslations } from 'use-intl'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { Button } from '@/components/ui/button'
import { serverNow } from '@/lib/browser/clock'
import { shortTime } from '@/lib/browser/format/time'
import { canHoldMore, type LogState } from '@/lib/browser/log/log-state'
import type { useEarlier } from './use-earlier'

type LogEndsProps = { log: LogState; earlier: ReturnType<typeof useEarlier>; sought: string }

/** How far back the lines reach that are held, and the way further back. */
export function LogEnds({ log, earlier, sought }: LogEndsProps) {
  const t = useTranslations('log')
  const locale = useLocale()
  const words = useErrorWords()
  const { load, search, isPending } = earlier
  const first = log.entries.find(({ at }) => at !== null)?.at ?? null
  const failure = load.error ?? search.error
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-12 text-text-3">
      <span>
        {first === null
          ? t('held', { count: log.entries.length })
          : t('heldFrom', {
              count: log.entries.length,
              time: shortTime(Date.parse(first), serverNow(), locale),
            })}
      </span>
      {canHoldMore(log) ? (
        <Button
          size="small"
          onClick={() => load.mutate()}
          offBecause={isPending ? t('loading') : undefined}
          reasonPlace="elsewhere"
        >
          {t(isPending ? 'loading' : 'earlier')}
        </Button>
      ) : (
        <span>{t(log.older === null ? 'beginning' : 'full')}</span>
      )}
      {search.data === null && search.variables === sought && !isPending ? (
        <span className="text-text-2">{t('noneBefore')}</span>
      ) : null}
      {failure ? (
        <span role="alert" className="text-bad">
          {words(failure).what}
        </span>
      ) : null}
    </div>
  )
}
