import type { TopicPartition } from '@/lib/contract/console/topics'
import type { KafkaAdmin } from '../admin'
import { clusterView } from '../cluster-view'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'
import type { SilentBroker } from './ask-brokers'
import { existingTopicIn } from './existing-topic'
import { lookAtOffsets, partitionId, type OffsetsSeen } from './offsets'
import { diskBytesOf, lookAtSizes, type SizesSeen } from './sizes'
import { summaryOf, type TopicSummary } from './topic-summary'
import type { MetadataTopic } from '../rpc/metadata'

export type TopicSeen = {
  summary: TopicSummary
  partitions: readonly TopicPartition[]
  diskBytes: number | null
  silent: readonly SilentBroker[]
}

/** Everything about one topic. What a broker that does not answer would have said is null. */
export async function lookAtTopic(admin: KafkaAdmin, name: string): Promise<TopicSeen> {
  const view = await admin.ask((broker) => clusterView(broker, [name], QUESTION_TIMEOUT_MS))
  const topic = existingTopicIn(view, name)
  const [offsets, sizes] = await Promise.all([lookAtOffsets(admin, view), lookAtSizes(admin, view, topic)])
  const silent = new Map([...offsets.silent, ...sizes.silent].map((broker) => [broker.brokerId, broker]))
  return {
    summary: summaryOf(topic),
    partitions: partitionsOf(topic, offsets, sizes),
    diskBytes: diskBytesOf(topic, sizes),
    silent: [...silent.values()].toSorted((a, b) => a.brokerId - b.brokerId),
  }
}

const partitionsOf = (
  topic: MetadataTopic,
  { offsets }: OffsetsSeen,
  { copies }: SizesSeen,
): readonly TopicPartition[] =>
  topic.partitions
    .map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => {
      const id = partitionId(topic.name ?? '', partitionIndex)
      const sizes = copies.get(id) ?? []
      return {
        partition: partitionIndex,
        leader: leaderId < 0 ? null : leaderId,
        replicas: replicaNodes,
        isr: isrNodes,
        earliest: offsets.get(id)?.earliest ?? null,
        highWatermark: offsets.get(id)?.highWatermark ?? null,
        bytes: sizes.length === 0 ? null : Math.max(...sizes),
      }
    })
    .toSorted((a, b) => a.partition - b.partition)
