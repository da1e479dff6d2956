import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'

export const chartSetKeys = {
  all: ['charts'] as const,
  cluster: (clusterId: string) => [...chartSetKeys.all, clusterId] as const,
}

export const chartSetsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: chartSetKeys.cluster(clusterId),
    queryFn: async ({ signal }) =>
      (await call(consoleEndpoints.listChartSets, { clusterId }, { signal })).chartSets,
  })
