import { useTranslations } from 'use-intl'
import { useDuration, useDurations } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { usualMs } from '@/lib/browser/operation/time-axis'
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

function useExpected({ lastDurationsMs }: ChangePlan): Fact {
  const t = useTranslations('plan')
  const words = useTranslations('configurationApply.fact')
  const duration = useDuration()
  const durations = useDurations()(lastDurationsMs)
  const expected = usualMs(lastDurationsMs)
  const term = t('expected')
  if (expected === null)
    return { key: 'expected', term, value: t('expectedUnknown'), note: words('expectedNote') }
  return {
    key: 'expected',
    term,
    value: t('expectedAbout', { duration: duration(expected, { rough: true }) }),
    note: t('expectedFrom', { durations, count: lastDurationsMs.length }),
  }
}
