'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { NotFoundView } from '@/components/shell/not-found-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { CallError } from '@/lib/browser/call-error'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { drillQuery } from '@/lib/browser/queries/drills'
import type { NodeView } from '@/lib/contract/console/clusters'
import { ClientFacts } from './client-facts'
import { DrillFacts } from './drill-facts'
import { DrillHead } from './drill-head'
import { DrillLine } from './drill-line'
import { EvidencePanel } from './evidence-panel'
import { HitNodesPanel } from './hit-nodes-panel'
import { PhasesPanel } from './phases-panel'
import { VerdictPanel } from './verdict-panel'

const TICK_MS = 200
const NO_NODES: readonly NodeView[] = []

/** One drill as it goes: the fault and whom it hits, what the cluster does, what clients notice; then the verdict. */
export function DrillView({ clusterId, drillId }: { clusterId: string; drillId: string }) {
  const t = useTranslations('drills')
  const errors = useTranslations('errors')
  const query = useQuery(drillQuery(clusterId, drillId))
  const nodes = useQuery(clusterQuery(clusterId)).data?.nodes ?? NO_NODES
  useNow(TICK_MS, query.data?.state === 'RUNNING')
  if (query.error instanceof CallError && query.error.isNotFound) {
    return <NotFoundView title={t('one.notFound')} text={t('one.notFoundText')} />
  }
  return (
    <QueryView
      query={query}
      failed={t('one.failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(drill) => (
        <>
          <DrillHead drill={drill} />
          <DrillLine drill={drill} />
          <DrillFacts drill={drill} nodes={nodes} />
          <VerdictPanel drill={drill} />
          <ClientFacts drill={drill} />
          <HitNodesPanel drill={drill} nodes={nodes} />
          <PhasesPanel drill={drill} />
          <EvidencePanel drill={drill} nodes={nodes} />
        </>
      )}
    </QueryView>
  )
}
