import { randomUUID } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { PassedMessage } from '@/lib/contract/console/try-it'
import { formatEndpoint, type Endpoint } from '@/lib/domain/node'
import { topicArn } from '@/lib/domain/arn'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { appendRecord, readRecords, type PartitionLog } from '../kafka/records/partition-log'
import type { ReadRecord } from '../kafka/records/record-batch'
import type { MetadataTopic } from '../kafka/rpc/metadata'
import { createTopic } from '../kafka/topics/create-topic'
import { topicAt } from '../kafka/topics/settle'
import { openConnection, type KafkaConnection } from '../kafka/wire/connection'
import { tryRuns } from '../process'
import { withTopicsOf } from '../topic/with-topics'
import { triedCluster } from './tried-cluster'

const CONNECT_MS = 2000
const SEND_MS = 15_000
const READ_BACK_MS = 5000
const WAIT_MS = 250
const REPLICAS_MAX = 3

/** One message of one's own into a topic, and back. */
export const sendMessage: Verb<typeof consoleEndpoints.sendMessage> = async ({ ctx, input }) => {
  const { topic: name } = input
  if (name.startsWith('__')) {
    throw badRequest(
      `Topics that begin with two underscores are Kafka’s and Mosaik’s own; ${name} is one.`,
      'topic',
    )
  }
  const { cluster, brokers } = await triedCluster(input.clusterId, 'change')
  return withTopicsOf(cluster.id, 'change', async (admin, parts) => {
    const isMissing = (await admin.ask((broker) => topicAt(broker, name))) === null
    const wanted = { partitionCount: 1, replicationFactor: Math.min(REPLICAS_MAX, brokers.length) }
    if (isMissing && !input.createTopic) return { is: 'topicMissing', topic: name, ...wanted }
    if (isMissing) {
      await createTopic(admin, { name, ...wanted })
      await audited(ctx, 'CreateTopic', topicArn(parts, name))
    }
    const topic = await admin.ask((broker) => topicAt(broker, name))
    const chosen = choosePartition(topic, brokers)
    const message = await passMessage(chosen, { ...input, topicWasCreated: isMissing })
    tryRuns().addMessage(cluster.id, message)
    return { is: 'passed', message }
  })
}

type Chosen = { log: PartitionLog; leaderId: number; endpoint: Endpoint }

/** The message has no key, so any partition will do; one that has a leader is drawn. */
function choosePartition(
  topic: MetadataTopic | null,
  brokers: readonly { brokerId: number; endpoint: Endpoint }[],
): Chosen {
  const led = (topic?.partitions ?? []).flatMap(({ partitionIndex, leaderId }) => {
    const leader = brokers.find(({ brokerId }) => brokerId === leaderId)
    return leader ? [{ partition: partitionIndex, leaderId, endpoint: leader.endpoint }] : []
  })
  const one = led[Math.floor(Math.random() * led.length)]
  if (topic === null || one === undefined) {
    throw badRequest('No partition of the topic has a leader now, so nothing can be written to it.', 'topic')
  }
  const log = { topic: topic.name ?? '', topicId: topic.topicId ?? null, partition: one.partition }
  return { log, leaderId: one.leaderId, endpoint: one.endpoint }
}

type Words = { value: string; topicWasCreated: boolean }

async function passMessage({ log, leaderId, endpoint }: Chosen, words: Words): Promise<PassedMessage> {
  const connection = await openConnection({ endpoint, connectTimeoutMs: CONNECT_MS, clientId: 'mosaik-try' })
  try {
    const atMs = systemClock.now()
    const startedAt = performance.now()
    const record = { key: null, value: words.value, atMs }
    const offset = await appendRecord(connection, log, record, SEND_MS)
    const acknowledgedMs = performance.now() - startedAt
    const back = await readBack(connection, log, offset)
    return {
      id: randomUUID(),
      at: new Date(atMs).toISOString(),
      topic: log.topic,
      topicWasCreated: words.topicWasCreated,
      partition: log.partition,
      offset: String(offset),
      leaderId,
      endpoint: formatEndpoint(endpoint),
      value: 'record' in back ? (back.record.value ?? '') : record.value,
      acknowledgedMs,
      readBackMs: 'record' in back ? performance.now() - startedAt : null,
      problem: 'record' in back ? null : back.problem,
    }
  } finally {
    connection.close()
  }
}

/** It is written already: whatever keeps it from being read back is told, and is no failure of the sending. */
async function readBack(
  connection: KafkaConnection,
  log: PartitionLog,
  offset: bigint,
): Promise<{ record: ReadRecord } | { problem: string }> {
  const deadline = performance.now() + READ_BACK_MS
  try {
    while (performance.now() < deadline) {
      const records = await readRecords(connection, log, offset, WAIT_MS)
      const record = records.find((candidate) => candidate.offset === offset)
      if (record) return { record }
    }
    return { problem: `It was not to be read within ${READ_BACK_MS / 1000} s.` }
  } catch (thrown) {
    return { problem: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}
