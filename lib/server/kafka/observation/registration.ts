import type { BrokerSeen, Known, NodeId } from '@/lib/domain/plan/world'
import { describeCluster } from '../rpc/describe-cluster'
import { metadata } from '../rpc/metadata'
import type { KafkaConnection } from '../wire/connection'
import { assertNoError } from '../wire/kafka-error'

/** What one broker says about its cluster. */
export type Registration = {
  /** Null: before Kafka 0.10 nobody was told. */
  clusterId: string | null
  brokers: Known<Readonly<Record<NodeId, BrokerSeen>>>
}

/**
 * Which brokers are registered, as one broker sees it, with the addresses they registered for the listener that was
 * asked. From Kafka 4.0 on fenced brokers are listed and marked; before, a broker that is not listed is fenced or gone.
 */
export async function lookAtBrokers(
  connection: KafkaConnection,
  at: number,
  timeoutMs: number,
): Promise<Registration> {
  const { clusterId, brokers } =
    connection.versionOf('DescribeCluster') === null
      ? await fromMetadata(connection, timeoutMs)
      : await fromCluster(connection, timeoutMs)
  return { clusterId, brokers: { at, value: Object.fromEntries(brokers) } }
}

type Reply = { clusterId: string | null; brokers: readonly (readonly [NodeId, BrokerSeen])[] }

async function fromCluster(connection: KafkaConnection, timeoutMs: number): Promise<Reply> {
  const reply = await connection.call(describeCluster, { of: 'brokers' }, timeoutMs)
  assertNoError('The registered brokers', reply.errorCode, reply.errorMessage)
  return {
    clusterId: reply.clusterId,
    brokers: reply.brokers.map(({ brokerId, host, port, isFenced = false }) => [
      brokerId,
      { fenced: isFenced, endpoint: endpointOf(host, port) },
    ]),
  }
}

async function fromMetadata(connection: KafkaConnection, timeoutMs: number): Promise<Reply> {
  const reply = await connection.call(metadata, { topics: [] }, timeoutMs)
  return {
    clusterId: reply.clusterId ?? null,
    brokers: reply.brokers.map(({ nodeId, host, port }) => [
      nodeId,
      { fenced: false, endpoint: endpointOf(host, port) },
    ]),
  }
}

/** One that has no such listener is told with an empty name. */
const endpointOf = (host: string, port: number): BrokerSeen['endpoint'] =>
  host === '' || port < 0 ? null : { host, port }
