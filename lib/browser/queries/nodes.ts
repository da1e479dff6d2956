import { queryOptions } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { clusterKeys } from './clusters'
import { pollMs } from './poll'

/** Below the cluster's own key: what changes the cluster changes its nodes. */
export const nodeKeys = {
  all: (clusterId: string) => [...clusterKeys.detail(clusterId), 'nodes'] as const,
  detail: (clusterId: string, nodeId: number) => [...nodeKeys.all(clusterId), nodeId] as const,
  settings: (clusterId: string, nodeId: number) => ['nodeSettings', clusterId, nodeId] as const,
}

export const nodesQuery = (clusterId: string) =>
  queryOptions({
    queryKey: nodeKeys.all(clusterId),
    queryFn: async ({ signal }) => (await call(consoleEndpoints.listNodes, { clusterId }, { signal })).nodes,
    refetchInterval: () => pollMs({ inFlight: false }),
  })

export const nodeQuery = (clusterId: string, nodeId: number) =>
  queryOptions({
    queryKey: nodeKeys.detail(clusterId, nodeId),
    queryFn: ({ signal }) => call(consoleEndpoints.getNode, { clusterId, nodeId }, { signal }),
    refetchInterval: () => pollMs({ inFlight: false }),
  })

const SETTINGS_EVERY_MS = 15_000

/** Asked of the node itself, so seldom; another boot is asked anew at once. */
export const nodeSettingsQuery = (clusterId: string, nodeId: number, boot: string | null) =>
  queryOptions({
    queryKey: [...nodeKeys.settings(clusterId, nodeId), boot] as const,
    queryFn: ({ signal }) => call(consoleEndpoints.getNodeSettings, { clusterId, nodeId }, { signal }),
    refetchInterval: SETTINGS_EVERY_MS,
    placeholderData: (before) => before,
  })
