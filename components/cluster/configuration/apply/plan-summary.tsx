import { useTranslations } from 'use-intl'
import { useNodeCounts } from '@/components/node/use-node-counts'
import { bold } from '@/components/text/bold'
import { Sentences } from '@/components/text/sentences'
import { outcomeOf, stepsOf } from '@/lib/browser/cluster-configuration/read-plan'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { useRevisionWords } from '../use-revision-words'

type PlanSummaryProps = { plan: ChangePlan; cluster: ClusterDetail }

/** What it comes to in a sentence, and in the order in which it happens. */
export function PlanSummary({ plan, cluster }: PlanSummaryProps) {
  const t = useTranslations('configurationApply.plan')
  const willDo = useTranslations('stepWillDo')
  const counts = useNodeCounts()
  const revision = useRevisionWords()
  const { from, to, restarts, restartsAgain, version, facts, placement, added } = plan
  const isSame = from?.arn === to?.arn && from?.revision === to?.revision
  const count = restarts.length
  const steps = stepsOf(plan)
  const release = version?.release ?? cluster.release
  const protocol = version?.protocol ?? null
  return (
    <>
      <p className="text-14">
        <Sentences
          parts={[
            t.rich(`outcome.${outcomeOf(plan)}`, { count, ...bold }),
            count === 0 ? null : t('restarting', { nodes: counts(restarts) }),
            restartsAgain.length === 0 ? null : t('restartingAgain', { nodes: counts(restartsAgain) }),
            version === null ? null : t('versions', { from: version.from, to: version.to }),
            isSame
              ? version === null && facts.length === 0 && placement === null
                ? t('again', { to: revision(to) })
                : null
              : t('fromTo', { from: revision(from), to: revision(to) }),
            plan.losesQuorum ? t('noQuorum') : null,
          ]}
        />
      </p>
      {steps.length === 0 ? null : (
        <ol className="mt-2.5 grid gap-1 text-13">
          {steps.map((step, place) => (
            <li key={step} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
              <span className="text-text-3">{place + 1}</span>
              <span>
                {step === 'features' && protocol !== null
                  ? willDo('protocol', { protocol: protocol.to })
                  : willDo(step, { release, count: step === 'nodes' ? added.length : count })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
