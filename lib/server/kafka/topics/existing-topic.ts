import type { KafkaAdmin } from '../admin'
import type { MetadataTopic } from '../rpc/metadata'
import { assertNoError, KafkaError } from '../wire/kafka-error'
import { topicAt } from './settle'

/** Throws KafkaError UNKNOWN_TOPIC_OR_PARTITION, or INVALID_TOPIC_EXCEPTION for a name no topic can have. */
export async function existingTopic(admin: KafkaAdmin, name: string): Promise<MetadataTopic> {
  const topic = await admin.ask((broker) => topicAt(broker, name))
  if (topic === null)
    throw new KafkaError({
      error: 'UNKNOWN_TOPIC_OR_PARTITION',
      message: `Topic "${name}" does not exist.`,
      mayHaveHappened: false,
    })
  assertNoError(`Topic "${name}"`, topic.errorCode, null)
  return topic
}
