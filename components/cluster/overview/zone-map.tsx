'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { BrokerTile } from '@/components/node/broker-tile'
import type { NodeHealth } from '@/components/node/health-looks'
import { replicasPerCell } from '@/components/node/replica-cells'
import { VoterRow } from '@/components/node/voter-row'
import { Panel } from '@/components/ui/panel'
import { serverNow } from '@/lib/browser/clock'
import { isOutOfSight } from '@/lib/browser/standing'
import type { ClusterSummary, NodeView } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'
import { brokersOf } from '@/components/cluster/cluster-figures'
import { ZoneHead } from './zone-head'

/** One column a zone, always in the order a, b, c: brokers as tiles, then who votes. */
export function ZoneMap({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('cluster')
  const cellSize = replicasPerCell(cluster.nodes)
  const isDark = isOutOfSight(cluster, serverNow())
  const healthOf = (node: NodeView): NodeHealth => (isDark ? 'unknown' : node.health)
  const isOne = cluster.zones.length === 1
  return (
    <Panel title={t('zones')} end={hasReplicas(cluster) ? <Legend cellSize={cellSize} /> : undefined}>
      <div
        className="grid max-desk:grid-cols-[minmax(0,1fr)]!"
        style={{ gridTemplateColumns: `repeat(${cluster.zones.length}, minmax(0, 1fr))` }}
      >
        {cluster.zones.map((zone) => {
          const here = cluster.nodes.filter(({ zoneId }) => zoneId === zone.zoneId)
          const brokers = here.filter(({ role }) => servesClients(role))
          return (
            <section
              key={zone.zoneId}
              aria-label={zone.zoneName}
              className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2.5 border-line px-4 pt-3 pb-4 not-first:border-l max-desk:px-3 max-desk:pb-3 max-desk:not-first:border-t max-desk:not-first:border-l-0"
            >
              <ZoneHead zone={zone} brokers={brokers} isDark={isDark} />
              <div
                className={clsx(
                  'grid gap-2',
                  isOne ? 'grid-cols-[repeat(auto-fill,minmax(180px,280px))]' : tileColumns(brokers.length),
                )}
              >
                {brokers.map((node) => (
                  <BrokerTile
                    key={node.nodeId}
                    clusterId={cluster.id}
                    node={node}
                    health={healthOf(node)}
                    cellSize={cellSize}
                  />
                ))}
              </div>
              {here
                .filter(({ role }) => !servesClients(role))
                .map((node) => (
                  <VoterRow key={node.nodeId} clusterId={cluster.id} node={node} health={healthOf(node)} />
                ))}
            </section>
          )
        })}
      </div>
    </Panel>
  )
}

/** One broker takes the width of its zone; more stand in twos. */
const tileColumns = (brokers: number): string =>
  brokers === 1 ? 'grid-cols-1' : 'grid-cols-[repeat(auto-fill,minmax(140px,1fr))]'

const hasReplicas = (cluster: ClusterSummary): boolean =>
  brokersOf(cluster).some(({ replicas }) => (replicas ?? 0) > 0)

function Legend({ cellSize }: { cellSize: number }) {
  const t = useTranslations('cluster.legend')
  return (
    <span className="flex flex-wrap items-center gap-x-3.5">
      <LegendItem className="bg-cell-lead">{t('leader')}</LegendItem>
      <LegendItem className="bg-cell-fol">{t('follower')}</LegendItem>
      <LegendItem className="shadow-[inset_0_0_0_2px_var(--warn)]">{t('behind')}</LegendItem>
      <span className="max-desk:hidden">{t('scale', { count: cellSize })}</span>
    </span>
  )
}

function LegendItem({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i className={clsx('size-2 rounded-1', className)} />
      {children}
    </span>
  )
}
