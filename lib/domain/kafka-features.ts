import type { KafkaRelease } from './kafka-version'

/**
 * The feature levels of each release: what `kafka-storage version-mapping` of Kafka 4.3.1 prints, without
 * `kraft.version`. That one stays where it is: with 1, a controller whose directory was lost is no voter any more.
 */
const LEVELS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '3.8': { 'metadata.version': 20 },
  '3.9': { 'metadata.version': 21 },
  '4.0': { 'metadata.version': 25, 'transaction.version': 2, 'group.version': 1 },
  '4.1': {
    'metadata.version': 27,
    'transaction.version': 2,
    'group.version': 1,
    'eligible.leader.replicas.version': 1,
  },
  '4.2': {
    'metadata.version': 29,
    'transaction.version': 2,
    'group.version': 1,
    'eligible.leader.replicas.version': 1,
    'share.version': 1,
    'streams.version': 1,
  },
  '4.3': {
    'metadata.version': 30,
    'transaction.version': 2,
    'group.version': 1,
    'eligible.leader.replicas.version': 1,
    'share.version': 1,
    'streams.version': 1,
  },
}

/** In the order in which they can be raised: all others need metadata of their release. Empty with ZooKeeper. */
export const featureLevels = (release: KafkaRelease): Readonly<Record<string, number>> =>
  LEVELS[protocolOf(release)] ?? {}

/** With ZooKeeper a release has one level instead: what its brokers speak to each other unless a file says otherwise. */
export const protocolOf = (release: string): string => release.split('.').slice(0, 2).join('.')
