import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { topicArn } from '@/lib/domain/arn'
import { audited } from '../audit'
import { ApiError } from '../http/api-error'
import type { Verb } from '../http/context'
import * as kafka from '../kafka/topics/delete-topic'
import { withTopics } from './with-topics'

/** Kafka would delete these too, and with them every committed offset or transaction of the cluster. */
const KAFKA_OWN = ['__consumer_offsets', '__transaction_state', '__share_group_state']

export const deleteTopic: Verb<typeof mskEndpoints.DeleteTopic> = async ({ ctx, input }) => {
  const { clusterArn, topicName: name } = input
  if (KAFKA_OWN.includes(name)) {
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
