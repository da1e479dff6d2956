import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { pollMs } from './poll'

export const clusterKeys = {
  all: ['clusters'] as const,
  lists: () => [...clusterKeys.all, 'list'] as const,
  list: (region: string) => [...clusterKeys.lists(), region] as const,
  details: () => [...clusterKeys.all, 'detail'] as const,
  detail: (clusterId: string) => [...clusterKeys.details(), clusterId] as const,
}

export const clustersQuery = (region: string) =>
  queryOptions({
    queryKey: clusterKeys.list(region),
    queryFn: async ({ signal }) =>
      (await call(consoleEndpoints.listClusters, { region }, { signal, region })).clusters,
    refetchInterval: ({ state }) =>
      pollMs({ inFlight: state.data?.some(({ operation }) => operation !== null) ?? false }),
  })

export const clusterQuery = (clusterId: string) =>
  queryOptions({
    queryKey: clusterKeys.detail(clusterId),
    queryFn: ({ signal }) => call(consoleEndpoints.getCluster, { clusterId }, { signal }),
    refetchInterval: ({ state }) => pollMs({ inFlight: (state.data?.operation ?? null) !== null }),
  })
