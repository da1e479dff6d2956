import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { explore, metricLines } from '@/lib/browser/metrics/explored'
import type { TimeRange } from '@/lib/browser/metrics/time-range'
import { uniqueWants } from '@/lib/browser/metrics/want'
import { metricsQuery } from '@/lib/browser/queries/metrics'
import { seriesOfQuery } from '@/lib/browser/queries/metric-series'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { EACH, type ChartLine } from '@/lib/domain/metrics/chart-set'

/** What lines stand for, and what there is of it. */
export function useExplored(
  cluster: ClusterDetail,
  lines: readonly ChartLine[],
  range: TimeRange,
  stepMs: number,
) {
  const { id: clusterId, name: clusterName, region } = cluster
  const asked = new Set(
    metricLines(lines)
      .filter(({ line }) => Object.values(line.of).includes(EACH))
      .map(({ choice }) => choice.name),
  )
  const names = [...asked].toSorted()
  const results = useQueries({
    queries: names.map((metric) => seriesOfQuery({ clusterId, clusterName, region, metric })),
  })
  const told = results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ')
  const explored = useMemo(
    () =>
      explore({
        clusterName,
        lines,
        found: new Map(names.map((name, place) => [name, results[place]?.data ?? []])),
        stepMs,
      }),
    // Results are another list at every render; when each came says whether one is new.
    // oxlint-disable-next-line react/exhaustive-deps
    [clusterName, lines, names.join(' '), told, stepMs],
  )
  const wants = useMemo(() => uniqueWants(explored.series.map(({ want }) => want)), [explored])
  const query = useQuery({
    ...metricsQuery({ clusterId, region, range, stepMs, wants }),
    enabled: wants.length > 0,
    placeholderData: keepPreviousData,
  })
  return { explored, query, isLooking: results.some(({ isPending }) => isPending) }
}
