import { z } from 'zod'
import { defineListRpc, defineRpc } from '../wire/rpc'

const partitionSchema = z.object({
  errorCode: z.number(),
  partitionIndex: z.number(),
  leaderId: z.number(),
  /** Since version 7 (Kafka 2.1). */
  leaderEpoch: z.number().optional(),
  replicaNodes: z.array(z.number()),
  isrNodes: z.array(z.number()),
  offlineReplicas: z.array(z.number()).optional(),
})

const topicSchema = z.object({
  errorCode: z.number(),
  name: z.string().nullable(),
  topicId: z.string().optional(),
  isInternal: z.boolean().optional(),
  partitions: z.array(partitionSchema),
})

const replySchema = z.object({
  brokers: z.array(
    z.object({
      nodeId: z.number(),
      host: z.string(),
      port: z.number(),
      rack: z.string().nullable().optional(),
    }),
  ),
  clusterId: z.string().nullable().optional(),
  controllerId: z.number().optional(),
  topics: z.array(topicSchema),
  /** Since version 13. */
  errorCode: z.number().optional(),
})
export type MetadataReply = z.infer<typeof replySchema>
export type MetadataTopic = z.infer<typeof topicSchema>

/** `topics: null` asks for all of them, an empty list for none. Asking never creates a topic. */
export const metadata = defineListRpc({
  name: 'Metadata',
  body: ({ topics }: { topics: readonly string[] | null }, version) => ({
    // Version 0 has no null: there, an empty list means all.
    topics: topics === null ? (version === 0 ? [] : null) : topics.map((name) => ({ name })),
    ...(version >= 4 ? { allowAutoTopicCreation: false } : {}),
  }),
  reply: replySchema,
  list: { at: ['topics'], element: topicSchema },
})

/** The same for topics known by their ids alone, which brokers that speak of ids understand. */
export const metadataOfIds = defineRpc({
  name: 'Metadata',
  body: ({ ids }: { ids: readonly string[] }) => ({
    topics: ids.map((topicId) => ({ topicId, name: null })),
    allowAutoTopicCreation: false,
  }),
  reply: replySchema,
})
