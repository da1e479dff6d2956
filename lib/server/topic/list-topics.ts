import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { topicArn } from '@/lib/domain/arn'
import type { Verb } from '../http/context'
import { pageInMemory } from '../http/paging'
import * as kafka from '../kafka/topics/list-topics'
import { withTopics } from './with-topics'

export const listTopics: Verb<typeof mskEndpoints.ListTopics> = async ({ ctx, input }) => {
  const { clusterArn, topicNameFilter = '' } = input
  return withTopics(ctx, clusterArn, 'read', async (admin, cluster) => {
    const topics = (await kafka.listTopics(admin)).filter(({ name }) => name.startsWith(topicNameFilter))
    const { page, next } = pageInMemory(`topics ${clusterArn}`, topics, input, {
      keyOf: ({ name }) => name,
      isAfter: ({ name }, key) => name > key,
    })
    return {
      topics: page.map(({ name, replicationFactor, partitionCount, outOfSyncReplicaCount }) => ({
        topicArn: topicArn(cluster, name),
        topicName: name,
        replicationFactor,
        partitionCount,
        outOfSyncReplicaCount,
      })),
      ...next,
    }
  })
}
