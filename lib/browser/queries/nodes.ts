import { queryOptions } from '@tanstack/react-query'
import { nodeEndpoints } from '@/lib/contract/console/node-endpoints'
import { call } from '../call'
import { pollMs } from './poll'
import { nodeKeys } from './keys'

export const nodesQuery = (clusterId: string) =>
  queryOptions({
    queryKey: nodeKeys.all(clusterId),
    queryFn: async ({ signal }) => (await call(nodeEndpoints.listNodes, { clusterId }, { signal })).nodes,
    refetchInterval: () => pollMs({ inFlight: false }),
  })

export const nodeQuery = (clusterId: string, nodeId: number) =>
  queryOptions({
    queryKey: nodeKeys.detail(clusterId, nodeId),
    queryFn: ({ signal }) => call(nodeEndpoints.getNode, { clusterId, nodeId }, { signal }),
    refetchInterval: () => pollMs({ inFlight: false }),
  })

/** Leaders that took over from others, from a moment on. */
export const electionsQuery = (clusterId: string, since: number) =>
  queryOptions({
    queryKey: [...nodeKeys.elections(clusterId), since] as const,
    queryFn: async ({ signal }) =>
      (
        await call(
          nodeEndpoints.listElections,
          { clusterId, since: new Date(since).toISOString() },
          { signal },
        )
      ).elections,
    refetchInterval: () => pollMs({ inFlight: false }),
    placeholderData: (before) => before,
  })

const SETTINGS_EVERY_MS = 15_000

/** Asked of the node itself, so seldom; another boot is asked anew at once. */
export const nodeSettingsQuery = (clusterId: string, nodeId: number, boot: string | null) =>
  queryOptions({
    queryKey: [...nodeKeys.settings(clusterId, nodeId), boot] as const,
    queryFn: ({ signal }) => call(nodeEndpoints.getNodeSettings, { clusterId, nodeId }, { signal }),
    refetchInterval: SETTINGS_EVERY_MS,
    placeholderData: (before) => before,
  })
