import type { KafkaAdmin } from '../admin'
import { wholeView } from '../cluster-view'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'
import { summaryOf, type TopicSummary } from './topic-summary'

/** All topics by name, internal ones marked. */
export async function listTopics(admin: KafkaAdmin): Promise<readonly TopicSummary[]> {
  const { topics } = await admin.ask((broker) =>
    wholeView(broker, QUESTION_TIMEOUT_MS, (topic) => (topic.errorCode === 0 ? summaryOf(topic) : null)),
  )
  return topics.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
