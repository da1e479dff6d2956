import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import type { MetadataReply, MetadataTopic } from '../rpc/metadata'
import { assertNoError, errorOfCode, KafkaError } from '../wire/kafka-error'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'

/** Throws KafkaError UNKNOWN_TOPIC_OR_PARTITION, or INVALID_TOPIC_EXCEPTION for a name no topic can have. */
export async function existingTopic(admin: KafkaAdmin, name: string): Promise<MetadataTopic> {
  const view = await admin.ask((broker) => clusterView(broker, [name], QUESTION_TIMEOUT_MS))
  return existingTopicIn(view, name)
}

/** The same, from an answer of Kafka. */
export function existingTopicIn({ topics }: MetadataReply, name: string): MetadataTopic {
  const topic = topics.find((candidate) => candidate.name === name)
  if (topic === undefined || errorOfCode(topic.errorCode).name === 'UNKNOWN_TOPIC_OR_PARTITION')
    throw new KafkaError({
      error: 'UNKNOWN_TOPIC_OR_PARTITION',
      message: `Topic "${name}" does not exist.`,
      mayHaveHappened: false,
    })
  assertNoError(`Topic "${name}"`, topic.errorCode, null)
  return topic
}
