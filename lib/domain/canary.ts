/** Mosaik's own topic: what Try it writes goes there, never into a user's topic. */
export const CANARY_TOPIC = '__mosaik_canary'

/** Bounds of one run: so many records a broker, of so many bytes, within so many seconds. */
export const TRY_RECORDS = 100
export const TRY_RECORD_BYTES = 1024
export const TRY_LIMIT_MS = 30_000

export type CanaryPartition = {
  partition: number
  leader: number
  replicas: readonly number[]
  isr: readonly number[]
}

/**
 * Replicas for partitions that `leaders` shall lead, one each: the leader first, then those that follow it among
 * all brokers, so that replicas spread as leaders do.
 */
export function canaryPlaces(
  leaders: readonly number[],
  brokers: readonly number[],
  replicationFactor: number,
): number[][] {
  return leaders.map((leader) => {
    const start = brokers.indexOf(leader)
    const others = [...brokers.slice(start + 1), ...brokers.slice(0, Math.max(start, 0))]
    return [leader, ...others].slice(0, replicationFactor)
  })
}

/** Brokers for which no partition has been made yet. */
export const unplacedBrokers = (
  brokers: readonly number[],
  partitions: readonly CanaryPartition[],
): number[] => brokers.filter((broker) => !partitions.some(({ replicas }) => replicas[0] === broker))

/** Partitions that their first replica could lead, is in sync for, and does not lead. */
export const strayedPartitions = (partitions: readonly CanaryPartition[]): number[] =>
  partitions
    .filter(({ leader, replicas: [first = -1], isr }) => leader !== first && isr.includes(first))
    .map(({ partition }) => partition)
