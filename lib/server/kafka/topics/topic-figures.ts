import type { KafkaAdmin } from '../admin'
import { wholeView } from '../cluster-view'
import type { MetadataTopic } from '../rpc/metadata'
import { QUESTION_TIMEOUT_MS } from './call-timeouts'
import { lookAtOffsets, partitionId, type OffsetsSeen } from './offsets'
import { diskBytesOf, lookAtSizes } from './sizes'

export type TopicFigure = { name: string; messages: number | null; diskBytes: number | null }
export type FiguresSeen = {
  isCounted: boolean
  silentBrokers: readonly number[]
  figures: readonly TopicFigure[]
}

/** Every leader says two offsets a partition and every holder a size: beyond this the answers cost more than they tell. */
export const COUNTED_PARTITIONS_MAX = 2_000

/** Records and bytes of every topic. */
export async function countTopics(admin: KafkaAdmin): Promise<FiguresSeen> {
  let count = 0
  const { reply, topics } = await admin.ask(async (broker) => {
    count = 0
    return wholeView(broker, QUESTION_TIMEOUT_MS, (topic) => {
      if (topic.errorCode !== 0) return null
      count += topic.partitions.length
      return count > COUNTED_PARTITIONS_MAX ? null : topic
    })
  })
  if (count > COUNTED_PARTITIONS_MAX) return { isCounted: false, silentBrokers: [], figures: [] }
  const view = { ...reply, topics }
  const [offsets, sizes] = await Promise.all([lookAtOffsets(admin, view), lookAtSizes(admin, view, null)])
  const silent = new Set([...offsets.silent, ...sizes.silent].map(({ brokerId }) => brokerId))
  return {
    isCounted: true,
    silentBrokers: [...silent].toSorted((a, b) => a - b),
    figures: view.topics.map((topic) => ({
      name: topic.name ?? '',
      messages: messagesOf(topic, offsets),
      diskBytes: diskBytesOf(topic, sizes),
    })),
  }
}

/** Null if one partition's leader did not say: a sum that leaves one out would be wrong. */
function messagesOf({ name, partitions }: MetadataTopic, { offsets }: OffsetsSeen): number | null {
  let sum = 0
  for (const { partitionIndex } of partitions) {
    const seen = offsets.get(partitionId(name ?? '', partitionIndex))
    if (seen === undefined || seen.earliest === null || seen.highWatermark === null) return null
    sum += seen.highWatermark - seen.earliest
  }
  return sum
}
