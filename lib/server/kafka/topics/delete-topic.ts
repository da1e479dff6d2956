import { setTimeout as sleep } from 'node:timers/promises'
import type { KafkaAdmin } from '../admin'
import { createTopics, deleteTopics } from '../rpc/topics'
import { assertNoError, errorOfCode } from '../wire/kafka-error'
import { CHANGE_ANSWER_TIMEOUT_MS, CHANGE_TIMEOUT_MS, SETTLE_TIMEOUT_MS } from './call-timeouts'
import type { TopicChange } from './create-topic'
import { existingTopic } from './existing-topic'
import { settled, topicAt } from './settle'

const PAUSE_MS = 50

/** Throws KafkaError: UNKNOWN_TOPIC_OR_PARTITION, TOPIC_DELETION_DISABLED, … */
export async function deleteTopic(admin: KafkaAdmin, name: string): Promise<TopicChange> {
  await existingTopic(admin, name)
  await admin.command(async (controller) => {
    const reply = await controller.call(
      deleteTopics,
      { names: [name], timeoutMs: CHANGE_TIMEOUT_MS },
      CHANGE_ANSWER_TIMEOUT_MS,
    )
    for (const { errorCode, errorMessage } of reply.responses)
      assertNoError(`Topic "${name}" was not deleted`, errorCode, errorMessage)
  })
  const isGone = await settled(admin, async (broker) => (await topicAt(broker, name)) === null)
  return { isSettled: isGone && (await isNameFree(admin, name)) }
}

/**
 * With ZooKeeper the brokers forget a topic before its node there is gone, and its name is taken until then. KRaft
 * has one truth, so a topic that is gone is gone.
 */
async function isNameFree(admin: KafkaAdmin, name: string): Promise<boolean> {
  const deadline = performance.now() + SETTLE_TIMEOUT_MS
  const probe = { name, partitionCount: 1, replicationFactor: 1, configs: {} }
  while (performance.now() < deadline) {
    const isFree = await admin.command(async (controller) => {
      if (controller.versionOf('DescribeQuorum') !== null) return true
      const request = { topics: [probe], validateOnly: true, timeoutMs: CHANGE_TIMEOUT_MS }
      const { topics } = await controller.call(createTopics, request, CHANGE_ANSWER_TIMEOUT_MS)
      return topics.every(({ errorCode }) => errorOfCode(errorCode).name !== 'TOPIC_ALREADY_EXISTS')
    })
    if (isFree) return true
    await sleep(PAUSE_MS)
  }
  return false
}
