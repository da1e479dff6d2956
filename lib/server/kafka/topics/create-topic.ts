import type { KafkaAdmin } from '../admin'
import { createTopics } from '../rpc/topics'
import { assertNoError } from '../wire/kafka-error'
import { CHANGE_ANSWER_TIMEOUT_MS, CHANGE_TIMEOUT_MS } from './call-timeouts'
import { settled, showsLeaders } from './settle'

export type NewTopic = {
  name: string
  partitionCount: number
  replicationFactor: number
  configs?: Readonly<Record<string, string>>
  /** Replicas of each partition, the first one leads; left out, Kafka places them. */
  assignments?: readonly (readonly number[])[]
}

export type TopicChange = {
  /** False: Kafka accepted the change, but not every broker showed it within the bound. */
  isSettled: boolean
}

/** Throws KafkaError: TOPIC_ALREADY_EXISTS, INVALID_REPLICATION_FACTOR, INVALID_TOPIC_EXCEPTION, INVALID_CONFIG, … */
export async function createTopic(admin: KafkaAdmin, topic: NewTopic): Promise<TopicChange> {
  const { name, partitionCount, replicationFactor, configs = {}, assignments = [] } = topic
  await admin.command(async (controller) => {
    const reply = await controller.call(
      createTopics,
      {
        topics: [{ name, partitionCount, replicationFactor, configs, assignments }],
        validateOnly: false,
        timeoutMs: CHANGE_TIMEOUT_MS,
      },
      CHANGE_ANSWER_TIMEOUT_MS,
    )
    for (const { errorCode, errorMessage } of reply.topics)
      assertNoError(`Topic "${name}" was not created`, errorCode, errorMessage)
  })
  return { isSettled: await settled(admin, (broker) => showsLeaders(broker, name, partitionCount)) }
}
