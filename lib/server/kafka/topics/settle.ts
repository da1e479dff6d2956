import { setTimeout as sleep } from 'node:timers/promises'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import type { MetadataTopic } from '../rpc/metadata'
import type { KafkaConnection } from '../wire/connection'
import { errorOfCode, isKafkaError } from '../wire/kafka-error'
import { QUESTION_TIMEOUT_MS, SETTLE_TIMEOUT_MS } from './call-timeouts'

const FIRST_PAUSE_MS = 10
const PAUSE_MAX_MS = 160

/**
 * Kafka accepts a change before its brokers know of it (0.1 to 1 s apart, more with many topics). Waiting until all
 * that can be reached show it makes our answers true at once, whichever broker is asked next. False when the bound
 * was reached first: the change stands nevertheless.
 */
export async function settled(
  admin: KafkaAdmin,
  shows: (broker: KafkaConnection) => Promise<boolean>,
): Promise<boolean> {
  const deadline = performance.now() + SETTLE_TIMEOUT_MS
  let waiting = await admin.reachable()
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(PAUSE_MAX_MS, pauseMs * 2)) {
    const seen = await Promise.all(waiting.map((broker) => showsOrLeft(broker, shows)))
    waiting = waiting.filter((_, index) => seen[index] === false)
    if (waiting.length === 0) return true
    if (performance.now() > deadline) return false
    await sleep(pauseMs)
  }
}

/** A broker that goes away meanwhile, or just comes, learns of the change with all else. */
async function showsOrLeft(
  broker: KafkaConnection,
  shows: (broker: KafkaConnection) => Promise<boolean>,
): Promise<boolean> {
  try {
    return await shows(broker)
  } catch (error) {
    if (isKafkaError(error, 'NETWORK_EXCEPTION', 'REQUEST_TIMED_OUT', 'BROKER_NOT_AVAILABLE')) return true
    throw error
  }
}

/** One broker's view of a topic; null if it does not know it. */
export async function topicAt(broker: KafkaConnection, name: string): Promise<MetadataTopic | null> {
  const reply = await clusterView(broker, [name], QUESTION_TIMEOUT_MS)
  const topic = reply.topics.find((candidate) => candidate.name === name)
  if (topic === undefined) return null
  return errorOfCode(topic.errorCode).name === 'UNKNOWN_TOPIC_OR_PARTITION' ? null : topic
}

/** At least so many partitions, each with a leader: clients can produce and consume. */
export async function showsLeaders(broker: KafkaConnection, name: string, count: number): Promise<boolean> {
  const topic = await topicAt(broker, name)
  if (topic === null || topic.errorCode !== 0 || topic.partitions.length < count) return false
  return topic.partitions.every(({ errorCode, leaderId }) => errorCode === 0 && leaderId >= 0)
}
