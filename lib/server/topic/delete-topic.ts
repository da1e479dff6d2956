import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { topicArn } from '@/lib/domain/arn'
import { isKafkaStateTopic } from '@/lib/domain/topic'
import { audited } from '../audit'
import { ApiError } from '../http/api-error'
import type { Verb } from '../http/context'
import * as kafka from '../kafka/topics/delete-topic'
import { withTopics } from './with-topics'

export const deleteTopic: Verb<typeof mskEndpoints.DeleteTopic> = async ({ ctx, input }) => {
  const { clusterArn, topicName: name } = input
  if (isKafkaStateTopic(name)) {
    throw new ApiError(
      'KafkaRequestException',
      `${name} is where Kafka keeps its own state. It cannot be deleted through this API.`,
      'topicName',
    )
  }
  return withTopics(ctx, clusterArn, 'change', async (admin, cluster) => {
    await kafka.deleteTopic(admin, name)
    const arn = topicArn(cluster, name)
    await audited(ctx, 'DeleteTopic', arn)
    return { topicArn: arn, topicName: name, status: 'DELETING' }
  })
}
