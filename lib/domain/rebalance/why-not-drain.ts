import { topicOf } from '../plan/partitions/partition-id'
import type { NodeId } from '../plan/world'
import type { RebalanceProposal } from './proposal'
import type { PlacedPartition, RebalanceQuestion } from './question'

/** Where MSK's best practices have an alarm ring: fuller than this no volume shall be made on purpose. */
const FULL = 0.85
const GIB = 1024 ** 3

type Question = RebalanceQuestion & {
  /** Of the volume of one broker. */
  volumeBytes: number
}

/** Why the brokers that would be left cannot hold everything, with the sum; null when they can. */
export function whyNotDrain({ partitions, brokers, leaving, volumeBytes }: Question): string | null {
  const left = brokers.filter(({ id }) => !leaving.has(id)).length
  const widest = widestOf(partitions)
  const factor = widest?.replicas.length ?? 0
  if (widest !== null && factor > left) {
    return `Topic ${topicOf(widest.id)} has ${replicasText(factor)} of each partition, and ${brokersText(left)} would be left. ${remedy(factor, left)}`
  }
  const bytes = partitions.reduce((sum, each) => sum + (each.bytes ?? 0) * each.replicas.length, 0)
  const room = FULL * left * volumeBytes
  if (bytes <= room) return null
  const drained =
    leaving.size === 0 ? '' : `, ${gib(heldBy(leaving, partitions))} GiB of it on the brokers that would go`
  const volumes = left === 1 ? 'the 1 volume' : `${left} volumes`
  return `The topics take ${gib(bytes)} GiB in all${drained}, and ${volumes} of ${gib(volumeBytes)} GiB ${left === 1 ? 'holds' : 'hold'} ${gib(room)} GiB at 85 %. Grow the storage, or delete data first.`
}

/**
 * Why what is proposed would fill a volume too far; null when it would not. To make the fullest broker no fuller than
 * the fullest was is never refused: that is how a full cluster becomes level.
 */
export function whyTooFull({ brokers }: RebalanceProposal, volumeBytes: number): string | null {
  const fullest = Math.max(FULL * volumeBytes, ...brokers.map(({ before }) => before.bytes))
  const over = brokers.find(({ after }) => after.bytes > fullest)
  if (over === undefined) return null
  const { broker, after } = over
  return `Broker ${broker} would hold ${gib(after.bytes)} GiB, and its volume of ${gib(volumeBytes)} GiB holds ${gib(FULL * volumeBytes)} GiB at 85 %. Choose more brokers, grow the storage, or delete data first.`
}

/** The first by name of those with most replicas, so that the same question has the same answer. */
function widestOf(partitions: readonly PlacedPartition[]): PlacedPartition | null {
  let widest: PlacedPartition | null = null
  for (const partition of partitions) {
    const more = partition.replicas.length - (widest?.replicas.length ?? 0)
    if (more > 0 || (more === 0 && widest !== null && partition.id < widest.id)) widest = partition
  }
  return widest
}

const heldBy = (brokers: ReadonlySet<NodeId>, partitions: readonly PlacedPartition[]): number =>
  partitions.reduce(
    (sum, { replicas, bytes }) => sum + (bytes ?? 0) * replicas.filter((id) => brokers.has(id)).length,
    0,
  )

const remedy = (factor: number, left: number): string =>
  left === 0
    ? `Keep ${brokersText(factor)}.`
    : `Lower its replication factor, or keep ${brokersText(factor)}.`

const brokersText = (count: number): string =>
  count === 0 ? 'no broker' : count === 1 ? '1 broker' : `${count} brokers`
const replicasText = (count: number): string => (count === 1 ? '1 replica' : `${count} replicas`)
const gib = (bytes: number): string => String(Math.round((bytes / GIB) * 10) / 10)
