import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'
import { summaryOf, type TopicSummary } from './topic-summary'

/** All topics by name, internal ones marked. */
export async function listTopics(admin: KafkaAdmin): Promise<readonly TopicSummary[]> {
  const reply = await admin.ask((broker) => clusterView(broker, null, QUESTION_TIMEOUT_MS))
  return reply.topics
    .filter(({ errorCode }) => errorCode === 0)
    .map(summaryOf)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
