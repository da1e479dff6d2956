import { useTranslations } from 'use-intl'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { useDuration } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { clockTime } from '@/lib/browser/format/time'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import type { BrokerReceipt } from '@/lib/domain/broker-receipt'
import { recordsPerSecond } from '@/lib/domain/canary-pace'
import { CANARY_PHASES, type CanaryPace, type CanaryReceipt, isFlawless } from '@/lib/domain/canary-receipt'

/** What clients noticed, by Mosaik's own that wrote and read all the time, and by the brokers' own counts. */
export function ReceiptPanel({ operation }: { operation: OperationDetail }) {
  const t = useTranslations('receipt')
  const { receipt, brokerReceipt } = operation
  const facts = useReceiptFacts(receipt)
  const brokerFacts = useBrokerFacts(brokerReceipt)
  if (receipt === null) return null
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-13 font-semibold">{t('title')}</h2>
      {receipt.state === 'notMeasured' ? null : <Facts facts={facts} />}
      <p className="text-12 text-text-3">{t(sentenceOf(receipt), { why: receipt.why ?? '' })}</p>
      {receipt.interruptions === 0 ? null : (
        <p className="text-12 text-text-3">{t('interrupted', { count: receipt.interruptions })}</p>
      )}
      <Pace receipt={receipt} />
      <Facts facts={brokerFacts} />
      <p className="text-12 text-text-3">
        {t('brokersNote')}{' '}
        {brokerReceipt === null || brokerReceipt.silent.length === 0
          ? null
          : t('silent', { nodes: brokerReceipt.silent.join(', ') })}
      </p>
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

/** How much went through, and how quickly, before the change, while it went on, and after it. */
function Pace({ receipt: { state, pace } }: { receipt: CanaryReceipt }) {
  const t = useTranslations('receipt')
  if (state === 'notMeasured' || CANARY_PHASES.every((phase) => pace[phase] === null)) return null
  const cells = (valueOf: (pace: CanaryPace) => string) =>
    CANARY_PHASES.map((phase) => {
      const measured = pace[phase]
      return (
        <span key={phase} className="tabular-nums">
          {measured === null
            ? t(state === 'measured' ? 'notMeasuredThen' : 'notKnownYet')
            : valueOf(measured)}
        </span>
      )
    })
  const rows = [
    ['throughput', (of: CanaryPace) => t('perSecond', { count: Math.round(recordsPerSecond(of)) })],
    ['p50', ({ p50Ms }: CanaryPace) => t('ms', { count: p50Ms })],
    ['p99', ({ p99Ms }: CanaryPace) => t('ms', { count: p99Ms })],
    ['max', ({ maxMs }: CanaryPace) => t('ms', { count: maxMs })],
  ] as const
  return (
    <div className="rounded-4 bg-surface">
      <ChangeTable
        label={t('pace')}
        heads={[t('pace'), ...CANARY_PHASES.map((phase) => t(`phase.${phase}`))]}
        rows={rows.map(([name, valueOf]) => ({ key: name, cells: [t(name), ...cells(valueOf)] }))}
      />
    </div>
  )
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

/** The brokers' own word. What they were not asked, or did not answer, is not measured, and never nought. */
function useBrokerFacts(receipt: BrokerReceipt | null): readonly Fact[] {
  const t = useTranslations('receipt')
  const duration = useDuration()
  const count = (of: number | null | undefined) =>
    of === null || of === undefined ? t('notMeasuredThen') : t('count', { count: of })
  const unavailable = receipt?.unavailableMs ?? null
  return [
    { key: 'failedProduce', term: t('failedProduce'), value: count(receipt?.failedProduce) },
    { key: 'failedFetch', term: t('failedFetch'), value: count(receipt?.failedFetch) },
    {
      key: 'unavailable',
      term: t('unavailable'),
      value:
        unavailable === null
          ? t('notMeasuredThen')
          : unavailable === 0
            ? t('never')
            : duration(unavailable, { exact: true }),
      note:
        receipt === null || receipt.offlineMost === 0
          ? undefined
          : t('offlineMost', { count: receipt.offlineMost }),
    },
  ]
}
