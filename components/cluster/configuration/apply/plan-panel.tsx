import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Panel, PanelSection } from '@/components/ui/panel'
import { SkeletonBars } from '@/components/ui/skeleton'
import { State } from '@/components/ui/state'
import { isRefusedForNow } from '@/lib/browser/cluster-configuration/read-plan'
import { clockTime } from '@/lib/browser/format/time'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { PlanChanges } from './plan-changes'
import { PlanClients } from './plan-clients'
import { PlanCommand } from './plan-command'
import { PlanDefaults } from './plan-defaults'
import { PlanFacts } from './plan-facts'
import { PlanFooter } from './plan-footer'
import { PlanPlacement } from './plan-placement'
import { PlanRefusals } from './plan-refusals'
import { PlanRestarts } from './plan-restarts'
import { PlanRisks } from './plan-risks'
import { PlanResources } from './plan-resources'
import { PlanStrangers } from './plan-strangers'
import { PlanSummary } from './plan-summary'
import type { Applying } from './use-apply'

type PlanPanelProps = { applying: Applying }

/** The planner’s own answer to what is chosen: what changes, who restarts, who notices. */
export function PlanPanel({ applying }: PlanPanelProps) {
  const t = useTranslations('configurationApply.plan')
  return (
    <Panel title={t('title')} end={<Verdict applying={applying} />} aria-busy={applying.plan.isFetching}>
      <PlanBody applying={applying} />
      <PlanFooter applying={applying} />
    </Panel>
  )
}

function Verdict({ applying: { plan, isChosen } }: PlanPanelProps) {
  const t = useTranslations('configurationApply.plan')
  if (!isChosen || plan.data === undefined) return null
  if (plan.isPlaceholderData) return t('asking')
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

function PlanBody({ applying }: PlanPanelProps) {
  const t = useTranslations('configurationApply.plan')
  const { plan, isChosen, cluster, page } = applying
  if (!isChosen) {
    return <Empty title={t('waiting')}>{t(WAITING[page])}</Empty>
  }
  if (plan.isError && plan.data === undefined) {
    return (
      <div className="p-4">
        <ErrorInPlace title={t('failed')} error={plan.error} onRetry={() => void plan.refetch()} />
      </div>
    )
  }
  if (plan.data === undefined) return <SkeletonBars lines={6} label={t('asking')} />
  return (
    // The plan of what was chosen before turns grey until the one of what is chosen now is there.
    <div className={plan.isPlaceholderData ? 'stale' : undefined}>
      <PlanSections applying={applying} plan={plan.data} cluster={cluster} />
    </div>
  )
}

const WAITING = {
  revision: 'waitingText',
  version: 'waitingVersion',
  cluster: 'waitingChange',
  rebalance: 'waitingPlacement',
} as const

type PlanSectionsProps = PlanPanelProps & { plan: ChangePlan; cluster: ClusterDetail }

function PlanSections({ applying, plan, cluster }: PlanSectionsProps) {
  if (plan.refusals.length > 0)
    return (
      <>
        <PlanRefusals plan={plan} cluster={cluster} />
        {isRefusedForNow(plan) ? <PlanChanges plan={plan} /> : null}
      </>
    )
  return (
    <>
      <PanelSection>
        <PlanSummary plan={plan} cluster={cluster} />
        <PlanFacts plan={plan} />
      </PanelSection>
      <PlanPlacement plan={plan} cluster={cluster} />
      <PlanResources plan={plan} cluster={cluster} />
      <PlanChanges plan={plan} />
      <PlanDefaults plan={plan} />
      <PlanStrangers plan={plan} />
      <PlanRestarts plan={plan} cluster={cluster} />
      <PlanClients plan={plan} />
      <PlanRisks applying={applying} plan={plan} />
      <PlanCommand plan={plan} />
    </>
  )
}
