import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { lastTopics } from './last-topics'

export const listTopicRows: Verb<typeof consoleEndpoints.listTopicRows> = async ({ input }) => {
  const { at, version, topics } = await lastTopics(input.clusterId)
  return {
    version,
    at: new Date(at).toISOString(),
    topics: version === input.known ? null : [...topics],
  }
}
