import { topicOf } from '@/lib/domain/plan/partitions/partition-id'
import type { Known, NodeId, ThrottlesSeen } from '@/lib/domain/plan/world'
import { inTurns } from '@/lib/broker-runtime/in-turns'
import { describeConfigs } from '../rpc/configs'
import type { KafkaConnection } from '../wire/connection'
import { toldTo } from './settings'

/** Both sides have a rate: a throttle that is missing on one of them leaks. */
export const THROTTLE_RATES = [
  'leader.replication.throttled.rate',
  'follower.replication.throttled.rate',
] as const
/** Of a topic: whose copies are held to the rates. */
export const THROTTLED_REPLICAS = [
  'leader.replication.throttled.replicas',
  'follower.replication.throttled.replicas',
] as const

/** How Mosaik says it: all of a topic, whoever comes to hold them. */
export const EVERY_REPLICA = '*'

const TOPICS_AT_ONCE = 500

/** How fast brokers copy, each asked for itself, and of which of these topics. */
export async function lookAtThrottles(
  at: number,
  brokers: ReadonlyMap<NodeId, KafkaConnection>,
  topics: readonly string[],
  timeoutMs: number,
): Promise<Known<ThrottlesSeen>> {
  const [first] = brokers.values()
  if (first === undefined) return { unknown: 'No broker answers.' }
  try {
    const [rates, throttled] = await Promise.all([
      Promise.all(
        [...brokers].map(
          async ([id, connection]) =>
            [id, rateOf((await toldTo(connection, id, THROTTLE_RATES, timeoutMs)).own)] as const,
        ),
      ),
      throttledTopics(first, topics, timeoutMs),
    ])
    return { at, value: { rates: Object.fromEntries(rates), topics: throttled } }
  } catch (error) {
    return { unknown: error instanceof Error ? error.message : String(error) }
  }
}

function rateOf(own: Readonly<Record<string, string>>): number | null {
  const [leader, follower] = THROTTLE_RATES.map((name) => own[name])
  if (leader === undefined && follower === undefined) return null
  return leader === follower ? Number(leader) : -1
}

async function throttledTopics(
  broker: KafkaConnection,
  topics: readonly string[],
  timeoutMs: number,
): Promise<string[]> {
  const found: string[] = []
  const batches = Array.from({ length: Math.ceil(topics.length / TOPICS_AT_ONCE) }, (_, index) =>
    topics.slice(index * TOPICS_AT_ONCE, (index + 1) * TOPICS_AT_ONCE),
  )
  for (const batch of batches) {
    const resources = batch.map((name) => ({ type: 'topic', name }) as const)
    await broker.callEach(
      describeConfigs,
      { resources, keys: THROTTLED_REPLICAS },
      timeoutMs,
      ({ resourceName, configs }) => {
        // Kafka's own tools name replica by replica: what they hold back is not Mosaik's to let go.
        const isSet = configs.some(
          ({ configSource, value }) => configSource === 'DYNAMIC_TOPIC_CONFIG' && value === EVERY_REPLICA,
        )
        if (isSet) found.push(resourceName)
      },
    )
  }
  return found
}

/** The topics of partitions, each once. */
export async function topicsOf(ids: readonly string[]): Promise<string[]> {
  const topics = new Set<string>()
  await inTurns(ids, (id) => void topics.add(topicOf(id)))
  return [...topics]
}
