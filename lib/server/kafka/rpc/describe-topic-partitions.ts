import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const cursorSchema = z.object({ topicName: z.string(), partitionIndex: z.number() })
export type PartitionCursor = z.infer<typeof cursorSchema>

/** Since Kafka 3.8, KRaft only: page by page, with the replicas that may still be elected without loss. */
export const describeTopicPartitions = defineRpc({
  name: 'DescribeTopicPartitions',
  body: (input: { topics: readonly string[]; partitionsMax: number; cursor: PartitionCursor | null }) => ({
    topics: input.topics.map((name) => ({ name })),
    responsePartitionLimit: input.partitionsMax,
    cursor: input.cursor,
  }),
  reply: z.object({
    topics: z.array(
      z.object({
        errorCode: z.number(),
        name: z.string().nullable(),
        partitions: z.array(
          z.object({
            errorCode: z.number(),
            partitionIndex: z.number(),
            leaderId: z.number(),
            replicaNodes: z.array(z.number()),
            isrNodes: z.array(z.number()),
            eligibleLeaderReplicas: z.array(z.number()).nullable(),
            lastKnownElr: z.array(z.number()).nullable(),
          }),
        ),
      }),
    ),
    nextCursor: cursorSchema.nullable(),
  }),
})
