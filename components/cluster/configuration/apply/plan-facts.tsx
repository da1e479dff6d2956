import { useTranslations } from 'use-intl'
import { useDuration, useDurations } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { expectedMs } from '@/lib/browser/cluster-configuration/read-plan'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'

/** How much, and how long, as far as the last three tell. */
export function PlanFacts({ plan }: { plan: ChangePlan }) {
  const t = useTranslations('configurationApply.fact')
  const number = (count: number) => (count === 0 ? t('none') : count)
  return (
    <div className="mt-3">
      <Facts
        facts={[
          {
            key: 'changes',
            term: t('changes'),
            value: number(plan.changes.filter(({ effect }) => effect !== 'none').length),
          },
          {
            key: 'restarts',
            term: t('restarts'),
            value: number(plan.restarts.length + plan.restartsAgain.length),
          },
          useExpected(plan),
          {
            key: 'undo',
            term: t('undo'),
            value: t(
              plan.leaving.length > 0
                ? 'undoUntilGone'
                : plan.version === null
                  ? 'undoValue'
                  : plan.version.protocol === null
                    ? 'undoUntilFeatures'
                    : 'undoUntilProtocol',
            ),
          },
        ]}
      />
    </div>
  )
}

/** What restarts is told from the last times here, and what is copied from its rate. */
function useExpected(plan: ChangePlan): Fact {
  const t = useTranslations('plan')
  const words = useTranslations('configurationApply.fact')
  const duration = useDuration()
  const { lastDurationsMs, placement, restarts } = plan
  const durations = useDurations()(lastDurationsMs)
  const expected = expectedMs(plan)
  const term = t('expected')
  const copied =
    placement === null || placement.bytes === 0
      ? null
      : words('expectedCopied', { bytes: formatBytes(placement.bytes), rate: formatBytes(placement.rate) })
  if (expected === null)
    return { key: 'expected', term, value: t('expectedUnknown'), note: copied ?? words('expectedNote') }
  const last = t('expectedFrom', { durations, count: lastDurationsMs.length })
  const isOnlyMoving = placement !== null && restarts.length === 0
  return {
    key: 'expected',
    term,
    value: t('expectedAbout', { duration: duration(Math.max(1_000, expected), { rough: true }) }),
    note: isOnlyMoving ? (copied ?? words('expectedLeaders')) : copied === null ? last : `${last} ${copied}`,
  }
}
