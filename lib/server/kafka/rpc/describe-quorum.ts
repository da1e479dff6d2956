import { z } from 'zod'
import { defineRpc } from '../wire/rpc'

const replicaSchema = z.object({
  replicaId: z.number(),
  logEndOffset: z.bigint(),
  /** Both since version 1 (Kafka 3.4), in the leader's clock; -1 while unknown. */
  lastFetchTimestamp: z.bigint().optional(),
  lastCaughtUpTimestamp: z.bigint().optional(),
})

const partitionSchema = z.object({
  partitionIndex: z.number(),
  errorCode: z.number(),
  errorMessage: z.string().nullable().optional(),
  leaderId: z.number(),
  leaderEpoch: z.number(),
  highWatermark: z.bigint(),
  currentVoters: z.array(replicaSchema),
  observers: z.array(replicaSchema),
})
export type QuorumPartition = z.infer<typeof partitionSchema>

/** The metadata quorum. A controller that does not lead answers with an error; a broker passes the question on. */
export const describeQuorum = defineRpc({
  name: 'DescribeQuorum',
  body: (_input: object) => ({
    topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }],
  }),
  reply: z.object({
    errorCode: z.number(),
    errorMessage: z.string().nullable().optional(),
    topics: z.array(z.object({ topicName: z.string(), partitions: z.array(partitionSchema) })),
  }),
})
