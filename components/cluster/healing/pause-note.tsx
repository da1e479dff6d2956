import { useLocale, useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import { Button } from '@/components/ui/button'
import { serverNow } from '@/lib/browser/clock'
import { shortTime } from '@/lib/browser/format/time'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { useChangeHealing } from './use-change-healing'

/** That nothing is healed now, since when and until when, with the way to end it. */
export function PauseNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('healing')
  const asked = useTranslations('cluster')
  const locale = useLocale()
  const { change: resume, isPending } = useChangeHealing('on')
  const { healingPause } = cluster
  if (healingPause === null) return null
  const time = (iso: string) => shortTime(Date.parse(iso), serverNow(), locale)
  const { since, until } = healingPause
  return (
    <Notice
      tone="warn"
      shape="paused"
      actions={
        <Button
          onClick={() => resume(cluster)}
          offBecause={isPending ? asked('asked') : undefined}
          reasonPlace="elsewhere"
        >
          {t('resume')}
        </Button>
      }
    >
      {until === null
        ? t.rich('pausedOpen', { ...bold, since: time(since) })
        : t.rich('pausedUntil', { ...bold, since: time(since), until: time(until) })}
    </Notice>
  )
}
