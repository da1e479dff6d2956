import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { topicKeys } from '../queries/keys'

type Order = { cluster: { id: string; arn: string; region: string }; topicName: string }

/** Only the list is asked again: the page of the topic itself has nothing to ask for any more. */
export const deleteTopic = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['deleteTopic'],
    mutationFn: ({ cluster, topicName }: Order) =>
      call(mskEndpoints.DeleteTopic, { clusterArn: cluster.arn, topicName }, { region: cluster.region }),
    onSettled: (_data, _error, { cluster }) =>
      client.invalidateQueries({ queryKey: topicKeys.list(cluster.id) }),
  })
