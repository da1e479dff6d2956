import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { topicArn } from '@/lib/domain/arn'
import { audited } from '../audit'
import type { Verb } from '../http/context'
import * as kafka from '../kafka/topics/create-topic'
import { decodeConfigs } from './configs'
import { withTopics } from './with-topics'

/** Answers when every broker shows the topic; MSK says CREATING and is right a minute later. */
export const createTopic: Verb<typeof mskEndpoints.CreateTopic> = async ({ ctx, input }) => {
  const { clusterArn, topicName: name, partitionCount, replicationFactor } = input
  const configs = decodeConfigs(input.configs) ?? {}
  return withTopics(ctx, clusterArn, 'change', async (admin, cluster) => {
    const { isSettled } = await kafka.createTopic(admin, { name, partitionCount, replicationFactor, configs })
    const arn = topicArn(cluster, name)
    await audited(ctx, 'CreateTopic', arn)
    return { topicArn: arn, topicName: name, status: isSettled ? 'ACTIVE' : 'CREATING' }
  })
}
