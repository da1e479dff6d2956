import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { clockTime } from '@/lib/browser/format/time'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { type CanaryReceipt, isFlawless } from '@/lib/domain/canary-receipt'

/** What clients noticed, by Mosaik's own that wrote and read all the time. */
export function ReceiptPanel({ receipt }: Pick<OperationDetail, 'receipt'>) {
  const t = useTranslations('receipt')
  const facts = useReceiptFacts(receipt)
  if (receipt === null) return null
  return (
    <section aria-label={t('title')} className="grid gap-2">
      <h2 className="text-13 font-semibold">{t('title')}</h2>
      {receipt.state === 'notMeasured' ? null : <Facts facts={facts} />}
      <p className="text-12 text-text-3">{t(sentenceOf(receipt), { why: receipt.why ?? '' })}</p>
      {receipt.interruptions === 0 ? null : (
        <p className="text-12 text-text-3">{t('interrupted', { count: receipt.interruptions })}</p>
      )}
    </section>
  )
}

function sentenceOf(receipt: CanaryReceipt) {
  switch (receipt.state) {
    case 'notMeasured':
      return receipt.why === null ? 'notMeasured' : 'notMeasuredWhy'
    case 'starting':
      return 'starting'
    case 'measuring':
      return 'measuring'
    case 'measured':
      return isFlawless(receipt) ? 'flawless' : 'flawed'
  }
}

function useReceiptFacts(receipt: CanaryReceipt | null): readonly Fact[] {
  const t = useTranslations('receipt')
  const duration = useDuration()
  if (receipt === null) return []
  const { longestGap: gap } = receipt
  return [
    { key: 'acknowledged', term: t('acknowledged'), value: t('count', { count: receipt.acknowledged }) },
    { key: 'failed', term: t('failed'), value: t('count', { count: receipt.failed }) },
    {
      key: 'lost',
      term: t('lost'),
      value: receipt.lost === null ? t('notKnownYet') : t('count', { count: receipt.lost }),
    },
    {
      key: 'disorder',
      term: t('disorder'),
      value: t('count', { count: receipt.duplicated + receipt.outOfOrder }),
    },
    {
      key: 'gap',
      term: t('longestGap'),
      value: gap === null ? t('notKnownYet') : duration(gap.ms, { exact: true }),
      note: gap === null ? undefined : t('gapAt', { node: gap.node, time: clockTime(gap.at) }),
    },
  ]
}
