import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { clusterKeys, clusterQuery } from '../queries/clusters'

type Deleted = Pick<ClusterDetail, 'id' | 'arn' | 'region' | 'currentVersion'>

/** Names the version that was in view: a cluster changed by someone else meanwhile is not deleted unseen. */
export const deleteCluster = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteCluster'],
    mutationFn: async ({ id, arn, region, currentVersion }: Deleted) => {
      const reply = await call(mskEndpoints.DeleteCluster, { clusterArn: arn, currentVersion }, { region })
      // MSK answers without the operation; it is told about when it ends. A cluster that is gone by now has ended.
      const after = await client.fetchQuery({ ...clusterQuery(id), staleTime: 0 }).catch(() => null)
      if (after?.operation?.kind === 'DELETE') rememberOperation(after.operation.id)
      return reply
    },
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
