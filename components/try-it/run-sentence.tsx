import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import { formatMs, receiptTotals } from '@/lib/browser/try-it/receipt'
import type { TryRun } from '@/lib/contract/console/try-it'

/** How it stands, or how it ended, in one sentence. */
export function RunSentence({ run }: { run: TryRun }) {
  const t = useTranslations('tryIt')
  const { acknowledged, readBack, doneBrokers, slowestMs } = receiptTotals(run)
  const values = { ...bold, acknowledged, readBack, done: doneBrokers, brokers: run.lanes.length }
  if (run.state === 'running') {
    return (
      <Notice tone="run" shape="half">
        {t.rich('sentence.running', values)}
      </Notice>
    )
  }
  if (run.state === 'complete') {
    return (
      <Notice tone="ok" shape="settled">
        {t.rich('sentence.complete', { ...values, slowest: formatMs(slowestMs) })}
      </Notice>
    )
  }
  return (
    <Notice tone="bad" shape="failed">
      {t.rich(run.problem === null ? 'sentence.failed' : 'sentence.none', values)}
    </Notice>
  )
}
