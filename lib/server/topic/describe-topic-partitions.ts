import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import type { Verb } from '../http/context'
import { pageInMemory } from '../http/paging'
import * as kafka from '../kafka/topics/describe-topic-partitions'
import { withTopics } from './with-topics'

/** As Kafka itself writes "no leader". */
const NO_LEADER = -1

export const describeTopicPartitions: Verb<typeof mskEndpoints.DescribeTopicPartitions> = async ({
  ctx,
  input,
}) =>
  withTopics(ctx, input.clusterArn, 'read', async (admin) => {
    const { clusterArn, topicName } = input
    const all = await kafka.describeTopicPartitions(admin, topicName)
    const { page, next } = pageInMemory(`partitions ${clusterArn} ${topicName}`, all, input, {
      keyOf: ({ partition }) => String(partition),
      isAfter: ({ partition }, key) => partition > Number(key),
    })
    return {
      partitions: page.map(({ partition, leader, replicas, isr }) => ({
        partition,
        leader: leader ?? NO_LEADER,
        replicas: [...replicas],
        isr: [...isr],
      })),
      ...next,
    }
  })
