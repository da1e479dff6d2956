import { useTranslations } from 'use-intl'
import { useDuration, useDurations } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { serverNow } from '@/lib/browser/clock'
import { formatBytes } from '@/lib/browser/format/bytes'
import { clockTime } from '@/lib/browser/format/time'
import { usualMs } from '@/lib/browser/operation/time-axis'
import type { OperationDetail } from '@/lib/contract/console/clusters'

/** How long it has taken, how long the last three took, how far it is. */
export function OperationFacts({ operation }: { operation: OperationDetail }) {
  const t = useTranslations('operation')
  return (
    <Facts
      size="big"
      facts={[
        useElapsedFact(operation),
        useExpectedFact(operation),
        {
          key: 'progress',
          term: t('progress'),
          value: t('progressOf', { done: operation.doneRows, total: operation.totalRows }),
          note: t('progressNote'),
        },
      ]}
    />
  )
}

function useElapsedFact({ startedAt, endedAt, lastDurationsMs, name }: OperationDetail): Fact {
  const t = useTranslations('operation')
  const duration = useDuration()
  const endMs = endedAt === null ? serverNow() : Date.parse(endedAt)
  const elapsedMs = endMs - Date.parse(startedAt)
  const value = duration(elapsedMs, { exact: true })
  if (endedAt !== null)
    return { key: 'elapsed', term: t('took'), value, note: t('endedAt', { time: clockTime(endMs) }) }
  // What is left of moves is told with them, as it was measured.
  const expected = name === 'REBALANCE' ? null : usualMs(lastDurationsMs)
  const leftMs = expected === null ? null : expected - elapsedMs
  const left =
    leftMs !== null && leftMs > 0
      ? t('left', { duration: duration(Math.max(1000, leftMs), { rough: true }) })
      : t('longer')
  return { key: 'elapsed', term: t('elapsed'), value, note: leftMs === null ? '\u00A0' : left }
}

/** Of moves alone the history of other changes says nothing: what is copied does, and its rate. */
function useExpectedFact({ endedAt, lastDurationsMs, name, placement }: OperationDetail): Fact {
  const t = useTranslations('operation')
  const plan = useTranslations('plan')
  const duration = useDuration()
  const all = useDurations()
  const term = t(endedAt === null ? 'expected' : 'wasExpected')
  const words = useTranslations('configurationApply.fact')
  if (name === 'REBALANCE' && placement !== null) {
    const { copyMs, bytes, rate } = placement
    return {
      key: 'expected',
      term,
      value: plan('expectedAbout', { duration: duration(Math.max(1_000, copyMs), { rough: true }) }),
      note:
        rate === null
          ? words('expectedLeaders')
          : words('expectedCopied', { bytes: formatBytes(bytes), rate: formatBytes(rate) }),
    }
  }
  const expected = usualMs(lastDurationsMs)
  if (expected === null)
    return { key: 'expected', term, value: t('expectedUnknown'), note: t('expectedFirst') }
  const durations = all(lastDurationsMs)
  return {
    key: 'expected',
    term,
    value: plan('expectedAbout', { duration: duration(expected, { rough: true }) }),
    note: plan('expectedFrom', { durations, count: lastDurationsMs.length }),
  }
}
