import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { topicEndpoints } from '@/lib/contract/console/topic-endpoints'
import { call } from '../call'
import { topicKeys } from '../queries/keys'

type Order = {
  clusterId: string
  topicName: string
  settingName: string
  /** The topic's own value when it was opened for editing, and the one it shall have; null is none. */
  from: string | null
  to: string | null
}

export const changeTopicSetting = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['changeTopicSetting'],
    mutationFn: (order: Order) => call(topicEndpoints.changeTopicSetting, order),
    onSettled: (_data, _error, { clusterId, topicName }) =>
      client.invalidateQueries({ queryKey: topicKeys.topic(clusterId, topicName) }),
  })
