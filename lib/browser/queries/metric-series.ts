import { queryOptions } from '@tanstack/react-query'
import type { Dimensions } from '@/lib/domain/metrics/series'
import { listMetrics } from '../call-cloudwatch'

/** New topics and groups are found within this time. */
const LOOK_MS = 60_000

type SeriesAsk = { clusterId: string; clusterName: string; region: string; metric: string }

/** Which series of a metric a cluster has, of those that told something in the last three hours. */
export const seriesOfQuery = ({ clusterId, clusterName, region, metric }: SeriesAsk) =>
  queryOptions({
    queryKey: ['metricSeries', clusterId, clusterName, region, metric] as const,
    queryFn: async ({ signal }): Promise<readonly Dimensions[]> => {
      const found: Dimensions[] = []
      let token: string | undefined
      do {
        const reply = await listMetrics(
          {
            Namespace: 'AWS/Kafka',
            MetricName: metric,
            Dimensions: [{ Name: 'Cluster Name', Value: clusterName }],
            RecentlyActive: 'PT3H',
            ...(token === undefined ? {} : { NextToken: token }),
          },
          { signal, region },
        )
        for (const { Dimensions: pairs } of reply.Metrics)
          found.push(Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value])))
        token = reply.NextToken
      } while (token !== undefined)
      return found
    },
    staleTime: LOOK_MS,
    refetchInterval: LOOK_MS,
  })
