import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { Facts } from '@/components/ui/facts'
import { clockTime } from '@/lib/browser/format/time'
import type { DrillDetail } from '@/lib/contract/console/drills'

/** What Mosaik’s own client met, while it goes on and at the end. */
export function ClientFacts({ drill: { receipt } }: { drill: DrillDetail }) {
  const t = useTranslations('receipt')
  const words = useTranslations('drills.one')
  const duration = useDuration()
  if (receipt === null) return null
  const { longestGap: gap } = receipt
  const count = (of: number | null) => (of === null ? t('notKnownYet') : t('count', { count: of }))
  return (
    <section aria-label={words('client')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-13 font-semibold">{words('client')}</h2>
      <Facts
        facts={[
          { key: 'acknowledged', term: t('acknowledged'), value: count(receipt.acknowledged) },
          { key: 'readBack', term: words('readBack'), value: count(receipt.readBack) },
          { key: 'failed', term: t('failed'), value: count(receipt.failed) },
          { key: 'lost', term: t('lost'), value: count(receipt.lost) },
          { key: 'disorder', term: t('disorder'), value: count(receipt.duplicated + receipt.outOfOrder) },
          {
            key: 'gap',
            term: t('longestGap'),
            value: gap === null ? t('notKnownYet') : duration(gap.ms, { exact: true }),
            note: gap === null ? undefined : t('gapAt', { node: gap.node, time: clockTime(gap.at) }),
          },
        ]}
      />
      {receipt.state === 'notMeasured' ? (
        <p className="text-12 text-text-3">
          {t(receipt.why === null ? 'notMeasured' : 'notMeasuredWhy', { why: receipt.why ?? '' })}
        </p>
      ) : null}
    </section>
  )
}
