import type { ClusterSpecification } from './cluster'
import { isAtLeast, type MetadataMode } from './kafka-version'

/** AWS's soft quotas of brokers per cluster. */
export const BROKERS_MAX = { ZOOKEEPER: 30, KRAFT: 60 } as const satisfies Record<MetadataMode, number>

/** MSK takes brokers away from this release on (Amazon MSK Developer Guide, "Remove brokers"). */
const REMOVAL_SINCE = '2.8.1'

type Source = Pick<
  ClusterSpecification,
  'brokerCount' | 'zones' | 'mode' | 'shape' | 'release' | 'kafkaVersion'
>

/**
 * Why a cluster cannot come to have so many brokers; null when it can. Zones keep as many brokers each, and those
 * that go are the last of each zone: brokers are dealt to the zones in turn.
 */
export function brokerCountProblem(from: Source, target: number): string | null {
  const zones = from.zones.length
  if (from.shape === 'DEVELOPMENT') {
    return 'The development shape is one process, broker and controller in one. Create a cluster of the three-zone shape to have more brokers.'
  }
  if (target === from.brokerCount) {
    return `The request changes nothing: the cluster has ${target} brokers already.`
  }
  if (!Number.isInteger(target) || target < 1 || target % zones !== 0) {
    return 'The target number of broker nodes must be a multiple of the number of Availability Zones in the Client subnets parameter'
  }
  const max = BROKERS_MAX[from.mode]
  if (target > max) return `A cluster of Kafka ${from.kafkaVersion} has at most ${max} brokers.`
  if (target < from.brokerCount && !isAtLeast(from.release, REMOVAL_SINCE)) {
    return `Kafka ${from.release} cannot give brokers back: MSK removes them from ${REMOVAL_SINCE} on. Copy the data to a smaller cluster.`
  }
  return null
}

/** As on MSK, one of each zone at a time; an assisted cluster lets go as many as are asked for. */
export function removalProblem(
  { brokerCount, zones }: Pick<ClusterSpecification, 'brokerCount' | 'zones'>,
  target: number,
): string | null {
  if (brokerCount - target <= zones.length) return null
  return `MSK removes one broker of each Availability Zone at a time: go from ${brokerCount} to ${brokerCount - zones.length} brokers first, or let Mosaik assist this cluster (tag mosaik:behaviour=assisted).`
}

/** Brokers are numbered without gaps: the last ones go. */
export const leavingBrokers = (brokerCount: number, target: number): readonly number[] =>
  Array.from({ length: Math.max(0, brokerCount - target) }, (_, index) => target + 1 + index)

type Held = { broker: number; topic: string }

/** MSK's refusal while brokers that shall go hold partitions of their owner's; null when they hold none. */
export function heldProblem(held: readonly Held[]): string | null {
  if (held.length === 0) return null
  const brokers = [...new Set(held.map(({ broker }) => broker))].toSorted((a, b) => a - b)
  const topics = [...new Set(held.map(({ topic }) => topic))].toSorted()
  const shown = topics.slice(0, 3).join(', ')
  const rest = topics.length > 3 ? ` and ${topics.length - 3} more` : ''
  return `${brokers.length === 1 ? `Broker ${brokers[0]} holds` : `Brokers ${brokers.join(', ')} hold`} ${held.length === 1 ? '1 replica' : `${held.length} replicas`} of ${shown}${rest}. Move them to the brokers that stay (kafka-reassign-partitions), or let Mosaik assist this cluster (tag mosaik:behaviour=assisted), and remove the brokers then.`
}
