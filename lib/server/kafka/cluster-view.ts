import { formatEndpoint } from '@/lib/domain/node'
import { metadata, type MetadataReply } from './rpc/metadata'
import type { KafkaConnection } from './wire/connection'
import { KafkaError } from './wire/kafka-error'

/**
 * One broker's view of the cluster and of some topics (null: all). A broker just started knows nobody, not even
 * itself, until the controller has told it: taken at its word, the cluster would look empty and every topic gone.
 */
export async function clusterView(
  broker: KafkaConnection,
  topics: readonly string[] | null,
  timeoutMs: number,
): Promise<MetadataReply> {
  const reply = await broker.call(metadata, { topics }, timeoutMs)
  if (reply.brokers.length > 0) return reply
  throw new KafkaError({
    error: 'BROKER_NOT_AVAILABLE',
    message: `${formatEndpoint(broker.endpoint)} has no metadata of the cluster yet.`,
    mayHaveHappened: false,
  })
}
