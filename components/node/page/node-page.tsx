'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { LazySmallCharts } from '@/components/monitoring/lazy-small-charts'
import { NotFoundView } from '@/components/shell/not-found-view'
import { SkeletonBars } from '@/components/ui/skeleton'
import { useNow } from '@/components/ui/use-now'
import { CallError } from '@/lib/browser/call-error'
import { nodeQuery } from '@/lib/browser/queries/nodes'
import { servesClients } from '@/lib/domain/node'
import { IdentityPanel } from './identity-panel'
import { NodeFacts } from './node-facts'
import { NodeHead } from './node-head'
import { NodeLogSection } from './node-log-section'
import { NodeStateSentence } from './node-state-sentence'
import { SettingsPanel } from './settings-panel'
import { StartsPanel } from './starts-panel'

const NODE_CHARTS = ['bytesIn', 'cpu', 'bytesOut', 'memory'] as const

/** Everything about one node: how it stands, who it is, how it lived, what it logs and what it is set to. */
export function NodePage({ clusterId, nodeId }: { clusterId: string; nodeId: number }) {
  const t = useTranslations('nodePage')
  const errors = useTranslations('errors')
  const query = useQuery(nodeQuery(clusterId, nodeId))
  // Ages are words too: "No data" must appear although nothing arrives.
  useNow(1000)
  if (query.error instanceof CallError && query.error.isNotFound) {
    return <NotFoundView title={t('notFound')} text={t('notFoundText')} />
  }
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(node) => (
        <>
          <NodeHead node={node} />
          <NodeStateSentence node={node} />
          <NodeFacts node={node} />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-2">
            <IdentityPanel node={node} />
            <StartsPanel node={node} />
          </div>
          {servesClients(node.role) ? (
            <LazySmallCharts clusterId={clusterId} charts={NODE_CHARTS} of={{ broker: nodeId }} />
          ) : null}
          <NodeLogSection clusterId={clusterId} node={node} />
          <SettingsPanel node={node} />
        </>
      )}
    </QueryView>
  )
}
