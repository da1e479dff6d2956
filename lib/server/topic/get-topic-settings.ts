import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { existingTopic } from '../kafka/topics/existing-topic'
import { describeTopicSettings } from '../kafka/topics/topic-settings'
import { withTopicsOf } from './with-topics'

export const getTopicSettings: Verb<typeof consoleEndpoints.getTopicSettings> = async ({ input }) =>
  withTopicsOf(input.clusterId, 'read', async (admin) => {
    // With ZooKeeper a broker describes the settings of a topic that is not there, too.
    await existingTopic(admin, input.topicName)
    return { settings: [...(await describeTopicSettings(admin, input.topicName))] }
  })
