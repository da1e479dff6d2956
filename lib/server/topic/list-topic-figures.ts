import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { countTopics } from '../kafka/topics/topic-figures'
import { withTopicsOf } from './with-topics'

export const listTopicFigures: Verb<typeof consoleEndpoints.listTopicFigures> = async ({ input }) => {
  const { isCounted, silentBrokers, figures } = await withTopicsOf(input.clusterId, 'read', countTopics)
  return { isCounted, silentBrokers: [...silentBrokers], figures: [...figures] }
}
