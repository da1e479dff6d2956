import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { topicArn } from '@/lib/domain/arn'
import type { Verb } from '../http/context'
import * as kafka from '../kafka/topics/describe-topic'
import { encodeConfigs } from './configs'
import { withTopics } from './with-topics'

export const describeTopic: Verb<typeof mskEndpoints.DescribeTopic> = async ({ ctx, input }) =>
  withTopics(ctx, input.clusterArn, 'read', async (admin, cluster) => {
    const { name, replicationFactor, partitionCount, configs } = await kafka.describeTopic(
      admin,
      input.topicName,
    )
    return {
      topicArn: topicArn(cluster, name),
      topicName: name,
      replicationFactor,
      partitionCount,
      configs: encodeConfigs(configs),
      status: 'ACTIVE',
    }
  })
