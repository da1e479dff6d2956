import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { rememberOperation } from '../own-operations'
import { operationsQuery } from '../queries/operations'
import { clusterKeys } from '../queries/keys'

type Deleted = Pick<ClusterDetail, 'id' | 'arn' | 'region' | 'currentVersion'>

/**
 * Names the version that was in view: a cluster changed by someone else meanwhile is not deleted unseen. MSK answers
 * with an ARN; the console’s list then says which operation it is, also of a cluster that is gone already. The id of
 * that operation; null: it runs, but is not listed yet.
 */
export const deleteCluster = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteCluster'],
    mutationFn: async ({ id, arn, region, currentVersion }: Deleted): Promise<string | null> => {
      await call(mskEndpoints.DeleteCluster, { clusterArn: arn, currentVersion }, { region })
      const { operations } = await client.fetchQuery({ ...operationsQuery(region, id), staleTime: 0 })
      const deletion = operations.find(({ kind }) => kind === 'DELETE')
      if (deletion === undefined) return null
      rememberOperation(deletion.id)
      return deletion.id
    },
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
