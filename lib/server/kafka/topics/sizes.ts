import type { KafkaAdmin } from '../admin'
import { describeLogDirs } from '../rpc/describe-log-dirs'
import type { MetadataReply, MetadataTopic } from '../rpc/metadata'
import { askBrokers, BROKER_TIMEOUT_MS, type SilentBroker } from './ask-brokers'
import { partitionId } from './offsets'

export type SizesSeen = {
  /** Bytes of each copy that answered, by `topic-partition`. */
  copies: ReadonlyMap<string, readonly number[]>
  silent: readonly SilentBroker[]
}

/** What partitions take on the disks of the brokers that hold them: one topic's, or all those of the cluster. */
export async function lookAtSizes(
  admin: KafkaAdmin,
  view: MetadataReply,
  only: MetadataTopic | null,
): Promise<SizesSeen> {
  const topics = only === null ? view.topics : [only]
  const holders = new Set(
    topics.flatMap(({ partitions }) => partitions.flatMap(({ replicaNodes }) => replicaNodes)),
  )
  const { replies, silent } = await askBrokers(admin, view, [...holders], async (broker, brokerId) =>
    broker.call(describeLogDirs, { of: only === null ? 'all' : [heldBy(only, brokerId)] }, BROKER_TIMEOUT_MS),
  )
  const copies = new Map<string, number[]>()
  for (const { results } of replies.values()) {
    for (const { name, partitions } of results.flatMap((result) => result.topics)) {
      for (const { partitionIndex, partitionSize, isFutureKey } of partitions) {
        // A copy on its way to another disk of the same broker is not one more copy.
        if (isFutureKey) continue
        const id = partitionId(name, partitionIndex)
        copies.set(id, [...(copies.get(id) ?? []), Number(partitionSize)])
      }
    }
  }
  return { copies, silent }
}

const heldBy = ({ name, partitions }: MetadataTopic, brokerId: number) => ({
  topic: name ?? '',
  partitions: partitions
    .filter(({ replicaNodes }) => replicaNodes.includes(brokerId))
    .map(({ partitionIndex }) => partitionIndex),
})

/** All copies of a topic together; null if one of them is on a broker that did not answer. */
export function diskBytesOf(
  { name, partitions }: MetadataTopic,
  { copies, silent }: SizesSeen,
): number | null {
  const isSilent = new Set(silent.map(({ brokerId }) => brokerId))
  let sum = 0
  for (const { partitionIndex, replicaNodes } of partitions) {
    if (replicaNodes.some((broker) => isSilent.has(broker))) return null
    for (const bytes of copies.get(partitionId(name ?? '', partitionIndex)) ?? []) sum += bytes
  }
  return sum
}
