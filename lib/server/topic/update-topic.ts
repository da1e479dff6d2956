import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { topicArn } from '@/lib/domain/arn'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import * as kafka from '../kafka/topics/update-topic'
import { decodeConfigs } from './configs'
import { withTopics } from './with-topics'

export const updateTopic: Verb<typeof mskEndpoints.UpdateTopic> = async ({ ctx, input }) => {
  const { clusterArn, topicName: name, partitionCount } = input
  const configs = decodeConfigs(input.configs)
  if (configs === undefined && partitionCount === undefined) {
    throw badRequest('The request changes nothing: say partitionCount, configs or both.')
  }
  return withTopics(ctx, clusterArn, 'change', async (admin, cluster) => {
    const { isSettled } = await kafka.updateTopic(admin, {
      name,
      ...(partitionCount === undefined ? {} : { partitionCount }),
      ...(configs === undefined ? {} : { configs }),
    })
    const arn = topicArn(cluster, name)
    await audited(ctx, 'UpdateTopic', arn, { partitionCount, configs: Object.keys(configs ?? {}) })
    return { topicArn: arn, topicName: name, status: isSettled ? 'ACTIVE' : 'UPDATING' }
  })
}
