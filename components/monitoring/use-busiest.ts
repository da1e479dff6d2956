import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { serverNow } from '@/lib/browser/clock'
import { busiestOf, rankStepMs, rankWants, RANKED_MAX, topicsOf } from '@/lib/browser/metrics/busiest'
import { endsOf, type TimeRange } from '@/lib/browser/metrics/time-range'
import { metricsQuery } from '@/lib/browser/queries/metrics'
import { seriesOfQuery } from '@/lib/browser/queries/metric-series'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'

/** More lines than these nobody can tell apart. */
const TOPICS_MAX = 8

/** Of how many topics the busiest are shown. */
export type Busiest = { topics: readonly string[]; of: number; ranked: number }

/** The busiest topics of the time in view; null while that is not known. */
export function useBusiest(cluster: ClusterDetail, range: TimeRange, enabled: boolean): Busiest | null {
  const { id: clusterId, name: clusterName, region } = cluster
  const ask = { clusterId, clusterName, region, metric: 'BytesInPerSec' }
  const series = useQuery({ ...seriesOfQuery(ask), enabled }).data
  const topics = useMemo(() => topicsOf(series ?? []), [series])
  const brokers = cluster.nodes
    .filter(({ role }) => servesClients(role))
    .map(({ nodeId }) => nodeId)
    .join(',')
  const isMany = enabled && topics.length > TOPICS_MAX
  const stepMs = rankStepMs(endsOf(range, serverNow()), serverNow())
  const wants = useMemo(
    () => rankWants({ clusterName, brokers: brokers.split(',').map(Number), topics, stepMs }),
    [clusterName, brokers, topics, stepMs],
  )
  const held = useQuery({
    ...metricsQuery({ clusterId, region, range, stepMs, wants }),
    enabled: isMany,
    placeholderData: keepPreviousData,
  }).data
  const chosen = held === undefined ? null : busiestOf(wants, held.points, TOPICS_MAX).join('\n')
  return useMemo(() => {
    if (series === undefined) return null
    if (!isMany) return { topics, of: topics.length, ranked: topics.length }
    if (chosen === null) return null
    return { topics: chosen.split('\n'), of: topics.length, ranked: Math.min(topics.length, RANKED_MAX) }
  }, [series, isMany, topics, chosen])
}
