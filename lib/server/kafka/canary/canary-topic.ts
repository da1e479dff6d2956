import {
  CANARY_TOPIC,
  canaryPlaces,
  strayedPartitions,
  unplacedBrokers,
  type CanaryPartition,
} from '@/lib/domain/canary'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { electLeaders } from '../rpc/elect-leaders'
import { createPartitions } from '../rpc/topics'
import { CHANGE_ANSWER_TIMEOUT_MS, CHANGE_TIMEOUT_MS, QUESTION_TIMEOUT_MS } from '../topics/call-timeouts'
import { createTopic } from '../topics/create-topic'
import { settled, showsLeaders, topicAt } from '../topics/settle'
import { assertNoError, isKafkaError } from '../wire/kafka-error'

const REPLICAS_MAX = 3
/** What was tried an hour ago is of no use to anyone. */
const CONFIGS = { 'retention.ms': '3600000', 'cleanup.policy': 'delete' }

export type CanaryTopic = { topicId: string | null; partitions: readonly CanaryPartition[] }

/**
 * The canary topic with a partition that each live broker leads. It is made when it is first needed, gets a
 * partition for each broker that came later, and leadership that wandered off after a restart is called back.
 */
export async function prepareCanaryTopic(admin: KafkaAdmin): Promise<CanaryTopic> {
  const brokers = await liveBrokers(admin)
  const replicationFactor = Math.min(REPLICAS_MAX, brokers.length)
  const found = await readTopic(admin)
  if (found === null) {
    const assignments = canaryPlaces(brokers, brokers, replicationFactor)
    const topic = { name: CANARY_TOPIC, partitionCount: brokers.length, replicationFactor, configs: CONFIGS }
    await createTopic(admin, { ...topic, assignments }).catch(unless('TOPIC_ALREADY_EXISTS'))
  } else {
    const missing = unplacedBrokers(brokers, found.partitions)
    const count = found.partitions.length + missing.length
    if (missing.length > 0)
      await addPartitions(admin, count, canaryPlaces(missing, brokers, replicationFactor))
    await callBack(admin, strayedPartitions(found.partitions))
  }
  return (await readTopic(admin)) ?? { topicId: null, partitions: [] }
}

const liveBrokers = async (admin: KafkaAdmin): Promise<number[]> => {
  const { brokers } = await admin.ask((broker) => clusterView(broker, [], QUESTION_TIMEOUT_MS))
  return brokers.map(({ nodeId }) => nodeId).toSorted((a, b) => a - b)
}

async function readTopic(admin: KafkaAdmin): Promise<CanaryTopic | null> {
  const topic = await admin.ask((broker) => topicAt(broker, CANARY_TOPIC))
  if (topic === null) return null
  const partitions = topic.partitions.map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => ({
    partition: partitionIndex,
    leader: leaderId,
    replicas: replicaNodes,
    isr: isrNodes,
  }))
  return { topicId: topic.topicId ?? null, partitions }
}

async function addPartitions(
  admin: KafkaAdmin,
  count: number,
  assignments: readonly (readonly number[])[],
): Promise<void> {
  await admin.command(async (controller) => {
    const input = {
      topic: CANARY_TOPIC,
      count,
      assignments,
      validateOnly: false,
      timeoutMs: CHANGE_TIMEOUT_MS,
    }
    const { results } = await controller.call(createPartitions, input, CHANGE_ANSWER_TIMEOUT_MS)
    for (const { errorCode, errorMessage } of results) assertNoError(CANARY_TOPIC, errorCode, errorMessage)
  })
  await settled(admin, (broker) => showsLeaders(broker, CANARY_TOPIC, count))
}

/** A release that cannot be asked leaves leadership where it is; the broker's lane then says so. */
async function callBack(admin: KafkaAdmin, partitions: readonly number[]): Promise<void> {
  if (partitions.length === 0) return
  await admin
    .command((controller) =>
      controller.call(
        electLeaders,
        {
          election: 'preferred',
          partitions: [{ topic: CANARY_TOPIC, partitions }],
          timeoutMs: CHANGE_TIMEOUT_MS,
        },
        CHANGE_ANSWER_TIMEOUT_MS,
      ),
    )
    .catch(unless('UNSUPPORTED_VERSION'))
  await settled(admin, async (broker) => {
    const topic = await topicAt(broker, CANARY_TOPIC)
    return (topic?.partitions ?? []).every(
      ({ partitionIndex, leaderId, replicaNodes }) =>
        !partitions.includes(partitionIndex) || leaderId === replicaNodes[0],
    )
  })
}

const unless =
  (name: 'TOPIC_ALREADY_EXISTS' | 'UNSUPPORTED_VERSION') =>
  (thrown: unknown): void => {
    if (!isKafkaError(thrown, name)) throw thrown
  }
