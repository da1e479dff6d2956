import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { type Behaviour, behaviourTag } from '@/lib/domain/cluster-request'
import { call } from '../call'
import { clusterConfigurationKeys, clusterKeys } from '../queries/keys'

type Order = { cluster: { id: string; arn: string; region: string }; behaviour: Behaviour }

/** A tag of the cluster, as for every other client. */
export const changeBehaviour = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeBehaviour'],
    mutationFn: ({ cluster: { arn, region }, behaviour }: Order) =>
      call(mskEndpoints.TagResource, { resourceArn: arn, tags: behaviourTag(behaviour) }, { region }),
    onSettled: (_reply, _error, { cluster }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: clusterKeys.all }),
        client.invalidateQueries({ queryKey: clusterConfigurationKeys.cluster(cluster.id) }),
      ]),
  })
