import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { CHARTS, linesOf, type ChartLine, type ChartSpec, type Watched } from '@/lib/browser/metrics/charts'
import { vitalWants, type GroupTopic, type VitalsAsk } from '@/lib/browser/metrics/vitals'
import { uniqueWants } from '@/lib/browser/metrics/want'
import { type HeldMetrics, metricsQuery } from '@/lib/browser/queries/metrics'
import { seriesOfQuery } from '@/lib/browser/queries/metric-series'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { Dimensions } from '@/lib/domain/metrics/series'
import { servesClients } from '@/lib/domain/node'
import { useBusiest, type Busiest } from './use-busiest'
import type { View } from './use-view'

const GROUPS_MAX = 50

export type Shown = { vitals: VitalsAsk; charts: readonly ChartLines[]; held: HeldMetrics }
export type ChartLines = { spec: ChartSpec; lines: readonly ChartLine[]; busiest?: Busiest | undefined }

/** What the page asks for, and what there is of it: one question for all charts and figures. */
export function useWatched(cluster: ClusterDetail, view: View) {
  const { id: clusterId, name: clusterName, region } = cluster
  const series = (metric: string) => seriesOfQuery({ clusterId, clusterName, region, metric })
  const busiest = useBusiest(cluster, view.range, view.grouping === 'topic')
  const groupSeries = useQuery(series('MaxOffsetLag')).data
  const stepMs = view.stepS * 1000
  const brokersText = cluster.nodes
    .filter(({ role, nodeId }) => servesClients(role) && (view.broker === null || view.broker === nodeId))
    .map(({ nodeId, zoneId }) => `${nodeId} ${zoneId}`)
    .join(',')
  const { grouping, statistic } = view
  const asked = useMemo(() => {
    const brokers = brokersText.split(',').flatMap((text) => {
      const [nodeId, zone] = text.split(' ')
      return nodeId === undefined || zone === undefined ? [] : [{ nodeId: Number(nodeId), zone }]
    })
    const watched: Watched = {
      clusterName,
      brokers,
      topics: grouping === 'topic' ? (busiest?.topics ?? []) : null,
      statistic,
      stepMs,
    }
    const vitals: VitalsAsk = { clusterName, brokers, groups: groupsOf(groupSeries ?? []), stepMs }
    const charts = CHARTS.map((spec): ChartLines => ({
      spec,
      lines: linesOf(spec, watched),
      busiest: busiest ?? undefined,
    }))
    const wants = uniqueWants([
      ...vitalWants(vitals),
      ...charts.flatMap(({ lines }) => lines.flatMap((line) => line.wants)),
    ])
    return { vitals, charts, wants }
  }, [brokersText, clusterName, grouping, busiest, groupSeries, statistic, stepMs])
  const query = useQuery({
    ...metricsQuery({ clusterId, region, range: view.range, stepMs, wants: asked.wants }),
    placeholderData: keepPreviousData,
  })
  // Until what is newly asked for has come, figures and charts go on as they were; then they are drawn without keeping
  // the hand that moves over them waiting.
  const [shown, setShown] = useState<Shown | null>(null)
  const { data: held } = query
  const isTheirs = held !== undefined && !query.isPlaceholderData
  if (isTheirs && (shown?.held !== held || shown.charts !== asked.charts)) setShown({ ...asked, held })
  return { shown: useDeferredValue(shown), query }
}

const groupsOf = (series: readonly Dimensions[]): readonly GroupTopic[] =>
  series
    .flatMap(({ 'Consumer Group': group, Topic: topic, Partition }) =>
      group === undefined || topic === undefined || Partition !== undefined ? [] : [{ group, topic }],
    )
    .slice(0, GROUPS_MAX)
