import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

type Reassignment = {
  topic: string
  /** `replicas: null` cancels what is in flight. */
  partitions: readonly { partitionIndex: number; replicas: readonly number[] | null }[]
}

/** Since Kafka 2.4. A move that is in flight must be cancelled before its target is changed: else it may hang for ever. */
export const alterPartitionReassignments = defineRpc({
  name: 'AlterPartitionReassignments',
  body: ({ topics, timeoutMs }: { topics: readonly Reassignment[]; timeoutMs: number }) => ({
    timeoutMs,
    topics: topics.map(({ topic, partitions }) => ({ name: topic, partitions })),
  }),
  reply: z.object({
    errorCode: z.number(),
    errorMessage: z.string().nullable(),
    responses: z.array(
      z.object({
        name: z.string(),
        partitions: z.array(
          z.object({
            partitionIndex: z.number(),
            errorCode: z.number(),
            errorMessage: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
})

/** Every partition in flight; an entry disappears when its move is done. Since Kafka 2.4. */
export const listPartitionReassignments = defineRpc({
  name: 'ListPartitionReassignments',
  body: ({ timeoutMs }: { timeoutMs: number }) => ({ timeoutMs, topics: null }),
  reply: z.object({
    errorCode: z.number(),
    errorMessage: z.string().nullable(),
    topics: z.array(
      z.object({
        name: z.string(),
        partitions: z.array(
          z.object({
            partitionIndex: z.number(),
            replicas: z.array(z.number()),
            addingReplicas: z.array(z.number()),
            removingReplicas: z.array(z.number()),
          }),
        ),
      }),
    ),
  }),
})
