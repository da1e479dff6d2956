import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { listTopics } from '../kafka/topics/list-topics'
import { tryRuns } from '../process'
import { withTopicsOf } from '../topic/with-topics'

/** Enough to choose from; any other name can be typed. */
const TOPICS_MAX = 500

export const getTryIt: Verb<typeof consoleEndpoints.getTryIt> = async ({ input: { clusterId } }) => {
  const names = await withTopicsOf(clusterId, 'read', async (admin) =>
    (await listTopics(admin)).filter(({ name }) => !name.startsWith('__')).map(({ name }) => name),
  )
  const { runs, messages } = tryRuns().of(clusterId)
  return {
    runs: runs.map(({ id, state, startedAt }) => ({ id, state, startedAt })),
    messages: [...messages],
    topics: names.slice(0, TOPICS_MAX),
    moreTopics: names.length > TOPICS_MAX,
  }
}
