import { featureLevels, protocolOf } from '@/lib/domain/kafka-features'
import { isKafkaRelease, KAFKA_RELEASES } from '@/lib/domain/kafka-version'
import { servesClients, type NodeSpecification } from '@/lib/domain/node'

/** With ZooKeeper stands for Kafka's features: a number that brokers write by, and an older release cannot read. */
const PROTOCOL = 'inter.broker.protocol.version'

/** What a node of this release can read of what others write. */
export function readableBy(release: string): Readonly<Record<string, number>> {
  if (!isKafkaRelease(release)) return {}
  return KAFKA_RELEASES[release] === 'ZOOKEEPER'
    ? { [PROTOCOL]: Number(protocolOf(release)) }
    : featureLevels(release)
}

/** What a node writes by from its start on, without anybody telling the cluster. */
export function writtenBy({
  role,
  release,
  properties,
}: NodeSpecification): Readonly<Record<string, number>> {
  const own = readableBy(release)[PROTOCOL]
  if (own === undefined || !servesClients(role)) return {}
  return { [PROTOCOL]: Number(properties[PROTOCOL] ?? own) }
}
