import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { clusterChangeEndpoints } from '@/lib/contract/console/cluster-change'
import { call } from '../call'
import type { Wished } from '../cluster-change/wishes'
import { rememberOperation } from '../own-operations'
import { clusterConfigurationKeys, clusterKeys } from '../queries/keys'

type Order = {
  clusterId: string
  wishes: Wished
  /** Of the plan that was read: if the cluster is another by now, the server says so. */
  currentVersion: string
}

/** Answers with the id of the operation that was begun. */
export const changeCluster = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeCluster'],
    mutationFn: async ({ clusterId, wishes, currentVersion }: Order): Promise<string> => {
      const input = { clusterId, ...wishes, currentVersion }
      const { operationId } = await call(clusterChangeEndpoints.changeCluster, input)
      rememberOperation(operationId)
      return operationId
    },
    onSettled: (_id, _error, { clusterId }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: clusterKeys.all }),
        client.invalidateQueries({ queryKey: clusterConfigurationKeys.cluster(clusterId) }),
      ]),
  })
