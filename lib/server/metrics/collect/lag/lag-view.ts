import { isInternalTopic } from '@/lib/domain/topic'
import type { KafkaAdmin } from '../../../kafka/admin'
import { wholeView } from '../../../kafka/cluster-view'
import type { MetadataReply, MetadataTopic } from '../../../kafka/rpc/metadata'

/** What lag needs of a cluster's metadata. It is kept for a while, so it holds nothing else of what brokers say. */
export type LagView = {
  brokers: MetadataReply['brokers']
  /** By topic, of each partition the broker that leads it; what nobody leads has a number below zero. */
  leaders: ReadonlyMap<string, readonly number[]>
  /** New brokers tell a topic by its id only. */
  names: ReadonlyMap<string, string>
  /** Brokers that hold partitions of users. */
  holders: ReadonlySet<number>
}

const VIEW_TIMEOUT_MS = 2_000

export const lookAtLeaders = (admin: KafkaAdmin): Promise<LagView> =>
  admin.ask(async (broker) => {
    const leaders = new Map<string, readonly number[]>()
    const names = new Map<string, string>()
    const holders = new Set<number>()
    const { reply } = await wholeView(broker, VIEW_TIMEOUT_MS, (topic) => {
      const { name, topicId, isInternal, partitions } = topic
      if (name === null) return null
      leaders.set(name, leadersOf(topic))
      if (topicId !== undefined) names.set(topicId, name)
      if (!isInternalTopic(name, isInternal === true))
        for (const { replicaNodes } of partitions) for (const nodeId of replicaNodes) holders.add(nodeId)
      return null
    })
    return { brokers: reply.brokers, leaders, names, holders }
  })

function leadersOf({ partitions }: MetadataTopic): readonly number[] {
  const leaders = partitions.map(() => NOBODY)
  for (const { partitionIndex, leaderId } of partitions) leaders[partitionIndex] = leaderId
  return leaders
}

const NOBODY = -1

export type WantedPartition = { topic: string; partition: number }

/** Partitions by who leads them, each once, as ListOffsets wants them; those that nobody leads are left out. */
export function byLeader(
  { leaders }: LagView,
  wanted: readonly WantedPartition[],
): ReadonlyMap<number, { name: string; partitions: number[] }[]> {
  const led = new Map<number, Map<string, Set<number>>>()
  for (const { topic, partition } of wanted) {
    const leader = leaders.get(topic)?.[partition] ?? NOBODY
    if (leader < 0) continue
    const topics = led.get(leader) ?? new Map<string, Set<number>>()
    led.set(leader, topics)
    const partitions = topics.get(topic) ?? new Set()
    topics.set(topic, partitions.add(partition))
  }
  return new Map(
    [...led].map(([leader, topics]) => [
      leader,
      [...topics].map(([name, partitions]) => ({ name, partitions: [...partitions] })),
    ]),
  )
}
