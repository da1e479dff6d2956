'use client'

import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Copy } from '@/components/text/copy'
import { CodeBlock } from '@/components/ui/code-block'
import { Panel, PanelSection } from '@/components/ui/panel'
import { SkeletonBars } from '@/components/ui/skeleton'
import { State } from '@/components/ui/state'
import { clockTime } from '@/lib/browser/format/time'
import type { CreatePlan } from '@/lib/contract/console/plan'
import type { HostView } from '@/lib/contract/console/host'
import type { ChoicesProps } from './choices-props'
import { PlanAddresses } from './plan-addresses'
import { PlanFacts } from './plan-facts'
import { PlanFooter } from './plan-footer'
import { PlanSteps } from './plan-steps'
import { Refusals } from './refusals'

/** The planner’s own answer to what is chosen: what will run, what it takes, what refuses it. */
export function PlanPanel({ creation, host }: ChoicesProps) {
  const t = useTranslations('plan')
  const { plan } = creation
  return (
    <Panel title={t('title')} end={<Verdict creation={creation} host={host} />} aria-busy={plan.isFetching}>
      <PlanBody creation={creation} host={host} />
      <PlanFooter creation={creation} />
    </Panel>
  )
}

function Verdict({ creation: { plan, isAsked } }: ChoicesProps) {
  const t = useTranslations('plan')
  if (!isAsked || plan.data === undefined) return null
  const count = plan.data.refusals.length
  return (
    <output className="flex">
      {count === 0 ? (
        <State look={{ shape: 'check', tone: 'ok' }} className="font-normal">
          {t('fits', { time: clockTime(plan.dataUpdatedAt) })}
        </State>
      ) : (
        <State look={{ shape: 'failed', tone: 'bad' }}>{t('refused', { count })}</State>
      )}
    </output>
  )
}

function PlanBody({ creation, host }: ChoicesProps) {
  const t = useTranslations('plan')
  const { plan, isAsked } = creation
  if (isAsked && plan.isError) {
    return (
      <div className="p-4">
        <ErrorInPlace title={t('failed')} error={plan.error} onRetry={() => void plan.refetch()} />
      </div>
    )
  }
  // The plan of what was typed before is not the plan of what stands there now.
  if (!isAsked) return <Empty title={t('waiting')}>{t('waitingText')}</Empty>
  if (plan.data === undefined) return <SkeletonBars lines={6} label={t('asking')} />
  return <PlanSections plan={plan.data} host={host} />
}

function PlanSections({ plan, host }: { plan: CreatePlan; host: HostView }) {
  const t = useTranslations('plan')
  return (
    <>
      {plan.refusals.length === 0 ? null : <Refusals refusals={plan.refusals} />}
      <PanelSection>
        <PlanSteps plan={plan} host={host} />
        <PlanFacts plan={plan} />
      </PanelSection>
      {plan.nodes.length === 0 ? null : (
        <PanelSection title={t('addresses')}>
          <PlanAddresses plan={plan} />
        </PanelSection>
      )}
      <PanelSection title={t('command')} end={<Copy text={plan.command} name={t('commandName')} />}>
        <CodeBlock label={t('commandName')}>{plan.command}</CodeBlock>
      </PanelSection>
    </>
  )
}
