import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

export type CommittedTopic = {
  name: string
  topicId: string | undefined
  partitions: readonly { partition: number; offset: number }[]
}

/** Goes to the coordinator, from nobody who is a member: taken only while the group has none. */
export const offsetCommit = defineRpc({
  name: 'OffsetCommit',
  body: ({ group, topics }: { group: string; topics: readonly CommittedTopic[] }, version) => ({
    groupId: group,
    generationIdOrMemberEpoch: -1,
    memberId: '',
    // As long as the broker keeps any; it decides alone since version 5.
    ...(version < 5 ? { retentionTimeMs: -1n } : {}),
    topics: topics.map(({ name, topicId, partitions }) => ({
      ...(version >= 10 ? { topicId: topicId ?? '' } : { name }),
      partitions: partitions.map(({ partition, offset }) => ({
        partitionIndex: partition,
        committedOffset: BigInt(offset),
        committedMetadata: '',
      })),
    })),
  }),
  reply: z.object({
    topics: z.array(
      z.object({
        partitions: z.array(z.object({ partitionIndex: z.number(), errorCode: z.number() })),
      }),
    ),
  }),
})
