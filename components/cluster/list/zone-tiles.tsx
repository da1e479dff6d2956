import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { type TileKind, TileGroup } from '@/components/ui/tiles'
import { serverNow } from '@/lib/browser/clock'
import { isOutOfSight } from '@/lib/browser/standing'
import type { ClusterSummary, NodeView } from '@/lib/contract/console/clusters'
import { useRegion } from '@/components/shell/region'
import { brokersOf } from '@/components/cluster/cluster-figures'

const TILE_OF_HEALTH: Record<NodeView['health'], TileKind> = {
  serving: 'settled',
  starting: 'run',
  stopping: 'run',
  stopped: 'empty',
  notServing: 'warn',
  failed: 'bad',
  unknown: 'unknown',
}

/** What stands over the squares: the end of the zones' names, 1a for us-east-1a. */
export function ZoneTilesHead({ children }: { children: ReactNode }) {
  const { region } = useRegion()
  return (
    <span className="inline-flex items-center">
      <span className="w-21 pr-3 text-right">{children}</span>
      <span aria-hidden="true" className="inline-flex gap-2 text-11 font-normal">
        {['a', 'b', 'c'].map((letter) => (
          <span key={letter} className="w-[42px] text-left">
            {`${region.slice(-1)}${letter}`}
          </span>
        ))}
      </span>
    </span>
  )
}

/** How many brokers, and one square each under its zone; zones are always in the order a, b, c. */
export function ZoneTiles({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('clusters')
  const brokers = brokersOf(cluster)
  const isDark = isOutOfSight(cluster, serverNow())
  return (
    <div className="flex items-center">
      <span className="w-21 pr-3 text-right">{brokers.length}</span>
      <span className="inline-flex gap-2">
        {cluster.zones.map(({ zoneId, zoneName }) => {
          const here = brokers.filter((broker) => broker.zoneId === zoneId)
          const serving = here.filter(({ health }) => health === 'serving').length
          const words = t('zoneTiles', { zone: zoneName, serving, total: here.length })
          return (
            <span key={zoneId} title={words} className="inline-flex">
              <TileGroup
                tiles={here.map((broker) => ({
                  key: String(broker.nodeId),
                  kind: isDark ? 'unknown' : TILE_OF_HEALTH[broker.health],
                }))}
              />
              <span className="sr-only">{words}</span>
            </span>
          )
        })}
      </span>
    </div>
  )
}
