import { useTranslations } from 'use-intl'
import { useNodeCounts } from '@/components/node/use-node-counts'
import { bold } from '@/components/text/bold'
import { Sentences } from '@/components/text/sentences'
import type { CreatePlan } from '@/lib/contract/console/plan'
import type { HostView } from '@/lib/contract/console/host'

/** What starts, in a sentence and in the order in which it happens. */
export function PlanSteps({ plan, host }: { plan: CreatePlan; host: HostView }) {
  const t = useTranslations('plan')
  const steps = useTranslations('stepWillDo')
  const counts = useNodeCounts()
  const isOne = plan.nodes.some(({ role }) => role === 'combined')
  return (
    <>
      <p className="text-14">
        <Sentences
          parts={[
            t.rich('processes', { count: plan.nodes.length, host: host.hostname, ...bold }),
            isOne ? t('processesDevelopment') : t('processesMsk', { nodes: counts(plan.nodes) }),
          ]}
        />
      </p>
      <ol className="mt-2.5 grid gap-1 text-13">
        {plan.steps.map(({ step, nodes }, place) => (
          <li key={step} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
            <span className="text-text-3">{place + 1}</span>
            <span>{steps(step, { release: plan.release.release, count: nodes.length })}</span>
          </li>
        ))}
      </ol>
      {plan.release.state === 'ready' ? null : (
        <p className="mt-2 text-12 text-text-2">
          {t(`release.${plan.release.state}`, { release: plan.release.release })}
        </p>
      )}
    </>
  )
}
