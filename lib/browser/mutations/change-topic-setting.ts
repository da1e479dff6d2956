import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { call } from '../call'
import { topicKeys } from '../queries/topics'

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
    mutationFn: (order: Order) => call(consoleEndpoints.changeTopicSetting, order),
    onSettled: (_data, _error, { clusterId, topicName }) =>
      client.invalidateQueries({ queryKey: topicKeys.topic(clusterId, topicName) }),
  })
