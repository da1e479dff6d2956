import { queryOptions } from '@tanstack/react-query'
import { clusterEndpoints } from '@/lib/contract/console/cluster-endpoints'
import { call } from '../call'
import { pollMs } from './poll'
import { clusterKeys } from './keys'

export const clustersQuery = (region: string) =>
  queryOptions({
    queryKey: clusterKeys.list(region),
    queryFn: async ({ signal }) =>
      (await call(clusterEndpoints.listClusters, { region }, { signal, region })).clusters,
    refetchInterval: ({ state }) =>
      pollMs({ inFlight: state.data?.some(({ operation }) => operation !== null) ?? false }),
  })

export const clusterQuery = (clusterId: string) =>
  queryOptions({
    queryKey: clusterKeys.detail(clusterId),
    queryFn: ({ signal }) => call(clusterEndpoints.getCluster, { clusterId }, { signal }),
    refetchInterval: ({ state }) => pollMs({ inFlight: (state.data?.operation ?? null) !== null }),
  })

/** Newest first. */
export const incidentsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: clusterKeys.incidents(clusterId),
    queryFn: async ({ signal }) =>
      (await call(clusterEndpoints.listIncidents, { clusterId }, { signal })).incidents,
    refetchInterval: () => pollMs({ inFlight: false }),
  })
