import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { TopicDetail, TopicPartition } from '@/lib/contract/console/topics'
import { partitionStanding } from '@/lib/domain/topic'

/** Messages of the whole topic. What one partition does not know is not known of all. */
export function messagesOf({ partitions }: Pick<TopicDetail, 'partitions'>): number | null {
  let messages = 0
  for (const { earliest, highWatermark } of partitions) {
    if (earliest === null || highWatermark === null) return null
    messages += highWatermark - earliest
  }
  return messages
}

/** Copies that are not in sync, and how many there should be. */
export function outOfSync({ partitions }: Pick<TopicDetail, 'partitions'>): {
  behind: number
  copies: number
} {
  const counts = { behind: 0, copies: 0 }
  for (const { replicas, isr } of partitions) {
    counts.copies += replicas.length
    counts.behind += replicas.filter((broker) => !isr.includes(broker)).length
  }
  return counts
}

/** Names as Kafka has them. */
export const PARTITIONS_CSV: readonly CsvColumn<TopicPartition>[] = [
  { header: 'partition', valueOf: ({ partition }) => partition },
  { header: 'state', valueOf: partitionStanding },
  { header: 'leader', valueOf: ({ leader }) => leader },
  { header: 'replicas', valueOf: ({ replicas }) => replicas.join(' ') },
  { header: 'isr', valueOf: ({ isr }) => isr.join(' ') },
  { header: 'earliestOffset', valueOf: ({ earliest }) => earliest },
  { header: 'highWatermark', valueOf: ({ highWatermark }) => highWatermark },
  { header: 'bytes', valueOf: ({ bytes }) => bytes },
]
