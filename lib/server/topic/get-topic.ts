import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { topicArn } from '@/lib/domain/arn'
import { isInternalTopic } from '@/lib/domain/topic'
import { systemClock } from '../clock'
import type { Verb } from '../http/context'
import { lookAtTopic } from '../kafka/topics/look-at-topic'
import { withTopicsOf } from './with-topics'

export const getTopic: Verb<typeof consoleEndpoints.getTopic> = async ({ input }) =>
  withTopicsOf(input.clusterId, 'read', async (admin, cluster) => {
    const at = new Date(systemClock.now()).toISOString()
    const { summary, partitions, diskBytes, silent } = await lookAtTopic(admin, input.topicName)
    return {
      name: summary.name,
      arn: topicArn(cluster, summary.name),
      isInternal: isInternalTopic(summary.name, summary.isInternal),
      replicationFactor: summary.replicationFactor,
      at,
      partitions: [...partitions],
      diskBytes,
      silentBrokers: [...silent],
    }
  })
