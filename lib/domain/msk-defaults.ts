import type { MetadataMode } from './kafka-version'

type Shape = { zones: readonly unknown[]; brokerCount: number; mode: MetadataMode }

/** MSK's default configuration (Amazon MSK Developer Guide, "Default Amazon MSK configuration"). */
export function mskDefaults({ zones, brokerCount, mode }: Shape): Record<string, number | boolean> {
  const spread = Math.min(zones.length, brokerCount)
  const common = {
    'allow.everyone.if.no.acl.found': true,
    'auto.create.topics.enable': false,
    'auto.leader.rebalance.enable': true,
    'default.replication.factor': spread >= 3 ? 3 : spread,
    'min.insync.replicas': spread >= 3 ? 2 : 1,
    'num.io.threads': 8,
    'num.network.threads': 5,
    'num.partitions': 1,
    'num.replica.fetchers': 2,
    'replica.lag.time.max.ms': 30000,
    'socket.receive.buffer.bytes': 102400,
    'socket.request.max.bytes': 104857600,
    'socket.send.buffer.bytes': 102400,
    'unclean.leader.election.enable': true,
  }
  return mode === 'ZOOKEEPER'
    ? { ...common, 'zookeeper.session.timeout.ms': 18000, 'zookeeper.set.acl': false }
    : common
}
