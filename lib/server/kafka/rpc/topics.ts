import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

type NewTopic = {
  name: string
  partitionCount: number
  replicationFactor: number
  configs: Readonly<Record<string, string>>
  /** Replicas of each partition, the first one leads; left out, Kafka places them. */
  assignments?: readonly (readonly number[])[]
}

/** Goes to the controller. */
export const createTopics = defineRpc({
  name: 'CreateTopics',
  body: (input: { topics: readonly NewTopic[]; validateOnly: boolean; timeoutMs: number }) => ({
    topics: input.topics.map(({ name, partitionCount, replicationFactor, configs, assignments = [] }) => ({
      name,
      // Kafka takes either the numbers or the places.
      numPartitions: assignments.length > 0 ? -1 : partitionCount,
      replicationFactor: assignments.length > 0 ? -1 : replicationFactor,
      assignments: assignments.map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds })),
      configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
    })),
    timeoutMs: input.timeoutMs,
    validateOnly: input.validateOnly,
  }),
  reply: z.object({
    topics: z.array(
      z.object({
        name: z.string(),
        errorCode: z.number(),
        errorMessage: z.string().nullable().optional(),
        topicId: z.string().optional(),
      }),
    ),
  }),
})

/** Goes to the controller. */
export const deleteTopics = defineRpc({
  name: 'DeleteTopics',
  body: ({ names, timeoutMs }: { names: readonly string[]; timeoutMs: number }, version) =>
    version >= 6 ? { topics: names.map((name) => ({ name })), timeoutMs } : { topicNames: names, timeoutMs },
  reply: z.object({
    responses: z.array(
      z.object({
        name: z.string().nullable(),
        errorCode: z.number(),
        errorMessage: z.string().nullable().optional(),
      }),
    ),
  }),
})

type NewPartitions = {
  topic: string
  count: number
  /** Replicas of each partition that is added; left out, Kafka places them. */
  assignments?: readonly (readonly number[])[]
  validateOnly: boolean
  timeoutMs: number
}

/** Goes to the controller. `count` is the number of partitions the topic shall have in the end. */
export const createPartitions = defineRpc({
  name: 'CreatePartitions',
  body: (input: NewPartitions) => ({
    topics: [
      {
        name: input.topic,
        count: input.count,
        assignments: input.assignments?.map((brokerIds) => ({ brokerIds })) ?? null,
      },
    ],
    timeoutMs: input.timeoutMs,
    validateOnly: input.validateOnly,
  }),
  reply: z.object({
    results: z.array(
      z.object({ name: z.string(), errorCode: z.number(), errorMessage: z.string().nullable() }),
    ),
  }),
})
