import { numberOf, topicOf } from '@/lib/domain/plan/partitions/partition-id'
import type { NodeId, PartitionId } from '@/lib/domain/plan/world'
import type { CopySeen } from '@/lib/domain/rebalance/copy-progress'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { describeLogDirs } from '../rpc/describe-log-dirs'
import { askBrokers, BROKER_TIMEOUT_MS } from './ask-brokers'
import { partitionId } from './offsets'

export type Copied = { id: PartitionId; to: readonly NodeId[] }

/** How far copies are that are under way: asked of the brokers that give and take them, about these partitions alone. */
export async function lookAtCopies(
  admin: KafkaAdmin,
  moving: readonly Copied[],
): Promise<ReadonlyMap<PartitionId, CopySeen>> {
  const topics = [...new Set(moving.map(({ id }) => topicOf(id)))]
  const view = await admin.ask((broker) => clusterView(broker, topics, BROKER_TIMEOUT_MS))
  const seen = new Map(
    view.topics.flatMap(({ name, partitions }) =>
      partitions.map((each) => [partitionId(name ?? '', each.partitionIndex), each] as const),
    ),
  )
  const asked = new Map<NodeId, PartitionId[]>()
  const ask = (broker: NodeId, id: PartitionId): void =>
    void asked.set(broker, [...(asked.get(broker) ?? []), id])
  for (const { id, to } of moving) {
    for (const broker of new Set([seen.get(id)?.leaderId ?? -1, ...to])) if (broker >= 0) ask(broker, id)
  }
  const { replies } = await askBrokers(admin, view, [...asked.keys()], async (broker, brokerId) =>
    broker.call(describeLogDirs, { of: byTopic(asked.get(brokerId) ?? []) }, BROKER_TIMEOUT_MS),
  )
  const sizes = new Map<NodeId, ReadonlyMap<PartitionId, number>>()
  for (const [brokerId, { results }] of replies) {
    const held = results
      .flatMap((result) => result.topics)
      .flatMap(({ name, partitions }) =>
        partitions
          .filter(({ isFutureKey }) => !isFutureKey)
          .map((each) => [partitionId(name, each.partitionIndex), Number(each.partitionSize)] as const),
      )
    sizes.set(brokerId, new Map(held))
  }
  const bytesAt = (broker: NodeId, id: PartitionId): number | null => {
    const held = sizes.get(broker)
    // A broker that answers and has no such folder has not begun.
    return held === undefined ? null : (held.get(id) ?? 0)
  }
  return new Map(
    moving.map(({ id, to }) => {
      const { leaderId = -1, isrNodes = [] } = seen.get(id) ?? {}
      const copies = to.map((broker) => ({
        broker,
        bytes: bytesAt(broker, id),
        inSync: isrNodes.includes(broker),
      }))
      return [id, { leaderBytes: bytesAt(leaderId, id), copies }]
    }),
  )
}

function byTopic(ids: readonly PartitionId[]) {
  const topics = [...new Set(ids.map(topicOf))]
  return topics.map((topic) => ({
    topic,
    partitions: ids.filter((id) => topicOf(id) === topic).map(numberOf),
  }))
}
