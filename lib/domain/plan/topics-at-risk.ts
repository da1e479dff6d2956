import { topicOf } from './partitions/partition-id'
import type { NodeId, PartitionId, PartitionSeen } from './world'

/** A topic that clients will notice the restart of brokers by, and how. */
export type TopicAtRisk = {
  topic: string
  partitions: number
  /** `offline`: one replica, nobody reads or writes meanwhile. `readOnly`: as many as must be in sync, nobody writes. */
  is: 'offline' | 'readOnly'
  replicas: number
  minIsr: number
}

/**
 * Topics that a restart of these brokers, one after another, interrupts. Since Kafka 3.7 a min ISR above the number of
 * replicas counts as that number (KIP-966); before, nothing could be written to such a topic at any time.
 */
export function topicsAtRisk(
  partitions: Readonly<Record<PartitionId, PartitionSeen>>,
  restarting: readonly NodeId[],
): readonly TopicAtRisk[] {
  const found = new Map<string, TopicAtRisk>()
  for (const [id, { replicas, minIsr }] of Object.entries(partitions)) {
    if (replicas.length > minIsr && replicas.length > 1) continue
    if (!replicas.some((replica) => restarting.includes(replica))) continue
    const topic = topicOf(id)
    const known = found.get(topic)
    found.set(topic, {
      topic,
      partitions: (known?.partitions ?? 0) + 1,
      is: replicas.length === 1 || known?.is === 'offline' ? 'offline' : 'readOnly',
      replicas: replicas.length,
      minIsr,
    })
  }
  return [...found.values()].toSorted((a, b) => (a.topic < b.topic ? -1 : 1))
}
