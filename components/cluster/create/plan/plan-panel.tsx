'use client'

import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Sentences } from '@/components/text/sentences'
import { Panel, PanelSection } from '@/components/ui/panel'
import { SkeletonBars } from '@/components/ui/skeleton'
import { State } from '@/components/ui/state'
import { clockTime } from '@/lib/browser/format/time'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { exporterPorts } from '@/lib/domain/open-monitoring'
import type { ChoicesProps } from '../choices-props'
import { PlanAddresses } from './plan-addresses'
import { PlanFacts } from './plan-facts'
import { PlanFooter } from './plan-footer'
import { PlanSteps } from './plan-steps'
import { PlanTexts } from './plan-texts'
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
  if (!isAsked) {
    const isNamed = creation.form.getValues('clusterName') !== ''
    return <Empty title={t('waiting')}>{t(isNamed ? 'waitingMarked' : 'waitingText')}</Empty>
  }
  if (plan.data === undefined) return <SkeletonBars lines={6} label={t('asking')} />
  return <PlanSections creation={creation} plan={plan.data} host={host} />
}

function Exporters({ plan: { openMonitoring, fetchesExporter } }: { plan: CreatePlan }) {
  const t = useTranslations('plan')
  const exporters = useTranslations('create.openMonitoring')
  const chosen = exporterPorts(openMonitoring)
  if (chosen.length === 0) return null
  const list = chosen.map((exporter) => exporters(exporter)).join(', ')
  return (
    <p className="mt-2 text-12 text-text-3">
      <Sentences
        parts={[t('openMonitoring', { list }), ...(fetchesExporter ? [t('exporterFetched')] : [])]}
      />
    </p>
  )
}

type PlanSectionsProps = ChoicesProps & { plan: CreatePlan }

function PlanSections({ creation, plan, host }: PlanSectionsProps) {
  const t = useTranslations('plan')
  return (
    <>
      {plan.refusals.length === 0 ? null : <Refusals creation={creation} refusals={plan.refusals} />}
      {plan.nodes.length === 0 ? null : (
        <>
          <PanelSection>
            <PlanSteps plan={plan} host={host} />
            <PlanFacts plan={plan} />
          </PanelSection>
          <PanelSection title={t('addresses')}>
            <PlanAddresses plan={plan} />
            <Exporters plan={plan} />
          </PanelSection>
        </>
      )}
      <PlanTexts plan={plan} />
    </>
  )
}
