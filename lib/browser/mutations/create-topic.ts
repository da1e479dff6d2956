import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { call } from '../call'
import { encodeConfigs } from '../topic/encode-configs'
import type { NewTopic } from '../topic/new-topic'
import { topicKeys } from '../queries/keys'

type Order = { cluster: { id: string; arn: string; region: string }; topic: NewTopic }

export const createTopic = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['createTopic'],
    mutationFn: ({ cluster, topic }: Order) => {
      const { name, partitions, replicationFactor, settings } = topic
      const configs = encodeConfigs(settings)
      return call(
        mskEndpoints.CreateTopic,
        {
          clusterArn: cluster.arn,
          topicName: name,
          partitionCount: partitions,
          replicationFactor,
          ...(configs === undefined ? {} : { configs }),
        },
        { region: cluster.region },
      )
    },
    onSettled: (_data, _error, { cluster }) =>
      client.invalidateQueries({ queryKey: topicKeys.cluster(cluster.id) }),
  })
