import { useTranslations } from 'use-intl'
import { useDuration, useDurations } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { formatShare } from '@/lib/browser/format/bytes'
import { usualMs } from '@/lib/browser/operation/time-axis'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { BeforeAfter } from './before-after'

/** What it takes of this machine, before and after; and how long, as far as the last three tell. */
export function PlanFacts({ plan }: { plan: CreatePlan }) {
  const t = useTranslations('plan')
  const { needed, limit } = plan.fileDescriptors
  const facts: Fact[] = [
    useExpected(plan),
    useAmount('memory', plan.memoryBytes),
    useAmount('disk', plan.diskBytes),
    {
      key: 'descriptors',
      term: t('descriptors'),
      value: needed.toLocaleString('en'),
      note: t('ofLimit', { limit: limit.toLocaleString('en') }),
    },
  ]
  return (
    <div className="mt-3">
      <Facts facts={facts} />
    </div>
  )
}

function useExpected({ lastDurationsMs }: CreatePlan): Fact {
  const t = useTranslations('plan')
  const duration = useDuration()
  const all = useDurations()
  const expected = usualMs(lastDurationsMs)
  if (expected === null) {
    return {
      key: 'expected',
      term: t('expected'),
      value: t('expectedUnknown'),
      note: t('expectedUnknownNote'),
    }
  }
  const durations = all(lastDurationsMs)
  return {
    key: 'expected',
    term: t('expected'),
    value: t('expectedAbout', { duration: duration(expected, { rough: true }) }),
    note: t('expectedFrom', { durations, count: lastDurationsMs.length }),
  }
}

function useAmount(of: 'memory' | 'disk', amount: CreatePlan['memoryBytes']): Fact {
  const t = useTranslations('plan')
  const usedBytes = amount.total - amount.free
  const { used, total } = formatShare(usedBytes, amount.total)
  return {
    key: of,
    term: t(of),
    value: formatShare(usedBytes + amount.needed, amount.total).used,
    note: (
      <>
        {t('ofTotal', { total, now: used })}
        <BeforeAfter before={usedBytes / amount.total} after={(usedBytes + amount.needed) / amount.total} />
      </>
    ),
  }
}
