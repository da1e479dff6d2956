import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { groupEndpoints } from '@/lib/contract/console/group-endpoints'
import { call } from '../call'
import { type ResetAsk } from '../queries/groups'
import { groupKeys } from '../queries/keys'

type Removal = { clusterId: string; groupName: string }

/** Only the list is asked again: the page of the group itself has nothing to ask for any more. */
export const deleteGroup = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteGroup'],
    mutationFn: (removal: Removal) => call(groupEndpoints.deleteGroup, removal),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: groupKeys.list(clusterId) }),
  })

export const resetOffsets = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['resetOffsets'],
    mutationFn: (order: ResetAsk & { key: string }) => call(groupEndpoints.resetOffsets, order),
    onSettled: (_data, _error, { clusterId }) =>
      client.invalidateQueries({ queryKey: groupKeys.cluster(clusterId) }),
  })
