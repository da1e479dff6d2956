import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { topicKeys } from '../queries/keys'

type Order = { cluster: { id: string; arn: string; region: string }; topicName: string; partitions: number }

/** Kafka only ever adds partitions: a number below what another one just made of it is refused. */
export const growTopic = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['growTopic'],
    mutationFn: ({ cluster, topicName, partitions }: Order) =>
      call(
        mskEndpoints.UpdateTopic,
        { clusterArn: cluster.arn, topicName, partitionCount: partitions },
        { region: cluster.region },
      ),
    onSettled: (_data, _error, { cluster }) =>
      client.invalidateQueries({ queryKey: topicKeys.cluster(cluster.id) }),
  })
