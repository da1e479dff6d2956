import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { clusterKeys } from '../queries/clusters'

/** Names the version that was in view: a cluster changed by someone else meanwhile is not deleted unseen. */
export const deleteCluster = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteCluster'],
    mutationFn: ({ arn, region, currentVersion }: Pick<ClusterDetail, 'arn' | 'region' | 'currentVersion'>) =>
      call(mskEndpoints.DeleteCluster, { clusterArn: arn, currentVersion }, { region }),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })
