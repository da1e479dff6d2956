import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { groupEndpoints } from '@/lib/contract/console/group-endpoints'
import type { GroupRow } from '@/lib/contract/console/groups'
import type { ResetTarget } from '@/lib/domain/offset-reset'
import { call } from '../call'
import { groupKeys } from './keys'

export type ResetAsk = { clusterId: string; groupName: string; topic: string; target: ResetTarget }

/** Asked anew for each target: a plan that was seen a while ago is no plan. */
export const offsetPlanQuery = (ask: ResetAsk) =>
  queryOptions({
    queryKey: [...groupKeys.group(ask.clusterId, ask.groupName), 'plan', ask.topic, ask.target] as const,
    queryFn: ({ signal }) => call(groupEndpoints.planOffsetReset, ask, { signal }),
    retry: false,
  })

/** Members come and go without a word to Mosaik. Lag has a hint of its own, after each reading of the metrics. */
const LOOK_MS = 4_000

export type GroupList = {
  version: string
  lagAt: string | null
  silentBrokers: readonly number[]
  groups: readonly GroupRow[]
}

/** A list that did not change is not sent again, and stays the very same one. */
export const groupsQuery = (client: QueryClient, clusterId: string) =>
  queryOptions({
    queryKey: groupKeys.list(clusterId),
    queryFn: async ({ signal }): Promise<GroupList> => {
      const last = client.getQueryData<GroupList>(groupKeys.list(clusterId))
      const { version, lagAt, silentBrokers, groups } = await call(
        groupEndpoints.listGroupRows,
        { clusterId, ...(last === undefined ? {} : { known: last.version }) },
        { signal },
      )
      return { version, lagAt, silentBrokers, groups: groups ?? last?.groups ?? [] }
    },
    structuralSharing: false,
    refetchInterval: LOOK_MS,
  })

export const groupQuery = (clusterId: string, groupName: string) =>
  queryOptions({
    queryKey: groupKeys.group(clusterId, groupName),
    queryFn: ({ signal }) => call(groupEndpoints.getGroup, { clusterId, groupName }, { signal }),
    refetchInterval: LOOK_MS,
  })
