import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { describeTopicDefaults } from '../kafka/topics/topic-settings'
import { withTopicsOf } from './with-topics'

export const getTopicDefaults: Verb<typeof consoleEndpoints.getTopicDefaults> = async ({ input }) =>
  withTopicsOf(input.clusterId, 'read', describeTopicDefaults)
