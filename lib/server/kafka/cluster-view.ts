import { formatEndpoint } from '@/lib/domain/node'
import { metadata, type MetadataReply, type MetadataTopic } from './rpc/metadata'
import type { KafkaConnection } from './wire/connection'
import { KafkaError } from './wire/kafka-error'

/**
 * One broker's view of the cluster and of some topics. A broker just started knows nobody, not even
 * itself, until the controller has told it: taken at its word, the cluster would look empty and every topic gone.
 */
export async function clusterView(
  broker: KafkaConnection,
  topics: readonly string[],
  timeoutMs: number,
): Promise<MetadataReply> {
  const reply = await broker.call(metadata, { topics }, timeoutMs)
  refuseEmpty(broker, reply)
  return reply
}

/**
 * The same with all topics, of which there may be thousands: each becomes what is wanted of it as soon as it is read
 * (null: nothing), and the rest of it is forgotten.
 */
export async function wholeView<Wanted>(
  broker: KafkaConnection,
  timeoutMs: number,
  wanted: (topic: MetadataTopic) => Wanted | null,
): Promise<{ reply: MetadataReply; topics: Wanted[] }> {
  const topics: Wanted[] = []
  const reply = await broker.callEach(metadata, { topics: null }, timeoutMs, (topic) => {
    const found = wanted(topic)
    if (found !== null) topics.push(found)
  })
  refuseEmpty(broker, reply)
  return { reply, topics }
}

function refuseEmpty({ endpoint }: KafkaConnection, { brokers }: MetadataReply): void {
  if (brokers.length > 0) return
  throw new KafkaError({
    error: 'BROKER_NOT_AVAILABLE',
    message: `${formatEndpoint(endpoint)} has no metadata of the cluster yet.`,
    mayHaveHappened: false,
  })
}
