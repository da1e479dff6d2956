import type { KafkaObservation } from '@/lib/domain/plan/world'
import { describeCluster } from '../rpc/describe-cluster'
import { metadata } from '../rpc/metadata'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'

/**
 * Which brokers are registered, as one broker sees it. From Kafka 4.0 on fenced brokers are listed and marked;
 * before, a broker that is not listed is fenced or gone.
 */
export async function lookAtBrokers(
  connection: KafkaConnection,
  at: number,
  timeoutMs: number,
): Promise<KafkaObservation['brokers']> {
  const brokers =
    connection.versionOf('DescribeCluster') === null
      ? await fromMetadata(connection, timeoutMs)
      : await fromCluster(connection, timeoutMs)
  return { at, value: Object.fromEntries(brokers) }
}

type BrokerEntry = [number, { fenced: boolean }]

async function fromCluster(connection: KafkaConnection, timeoutMs: number): Promise<BrokerEntry[]> {
  const reply = await connection.call(describeCluster, { of: 'brokers' }, timeoutMs)
  assertNoError('The registered brokers', reply.errorCode, reply.errorMessage)
  return reply.brokers.map(({ brokerId, isFenced = false }) => [brokerId, { fenced: isFenced }])
}

async function fromMetadata(connection: KafkaConnection, timeoutMs: number): Promise<BrokerEntry[]> {
  const reply = await connection.call(metadata, { topics: [] }, timeoutMs)
  return reply.brokers.map(({ nodeId }) => [nodeId, { fenced: false }])
}
