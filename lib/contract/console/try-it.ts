import { z } from 'zod'

/** Try it: records through every broker and back, and one's own message. Times are ISO 8601 in UTC. */

const latencySchema = z.object({ p50Ms: z.number(), p99Ms: z.number(), maxMs: z.number() })

/** What kept a broker from its part, and what Kafka or the network said about it. */
export const tryProblemSchema = z.object({
  is: z.enum(['unreachable', 'notLeader', 'refused', 'notReadBack']),
  said: z.string(),
})
export type TryProblem = z.infer<typeof tryProblemSchema>

export const LANE_STATES = ['waiting', 'writing', 'reading', 'done', 'failed'] as const

/** One broker's part. */
export const tryLaneSchema = z.object({
  brokerId: z.number().int(),
  zoneId: z.string(),
  /** The address that was used: `127.10.1.11:9092`. */
  endpoint: z.string(),
  state: z.enum(LANE_STATES),
  /** Null until it is known which partition the broker leads. */
  partition: z.number().int().nullable(),
  acknowledged: z.number().int(),
  readBack: z.number().int(),
  /** Acknowledged and not read back. Null until it was looked for: never a guess. */
  lost: z.number().int().nullable(),
  /** From sending to the acknowledgement of all replicas in sync. */
  write: latencySchema.nullable(),
  /** From sending to having it back. */
  roundTrip: latencySchema.nullable(),
  problem: tryProblemSchema.nullable(),
})
export type TryLane = z.infer<typeof tryLaneSchema>

export const tryRunSchema = z.object({
  id: z.string(),
  clusterId: z.string(),
  state: z.enum(['running', 'complete', 'failed']),
  topic: z.string(),
  recordsPerBroker: z.number().int(),
  recordBytes: z.number().int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  lanes: z.array(tryLaneSchema),
  /** Set when no lane could begin. */
  problem: z.string().nullable(),
})
export type TryRun = z.infer<typeof tryRunSchema>

export const MESSAGE_CHARACTERS_MAX = 10_000

export const sendMessageInputSchema = z.object({
  clusterId: z.string(),
  topic: z.string().min(1).max(249),
  value: z.string().max(MESSAGE_CHARACTERS_MAX),
  /** A topic that does not exist is made only when this was said. */
  createTopic: z.boolean().default(false),
})
export type SendMessageInput = z.input<typeof sendMessageInputSchema>

/** One message that went through, as it came back. */
export const passedMessageSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  topic: z.string(),
  topicWasCreated: z.boolean(),
  partition: z.number().int(),
  /** Text, because offsets outgrow a number. */
  offset: z.string(),
  leaderId: z.number().int(),
  endpoint: z.string(),
  value: z.string(),
  acknowledgedMs: z.number(),
  /** Null: acknowledged, but not read back; `problem` says why. */
  readBackMs: z.number().nullable(),
  problem: z.string().nullable(),
})
export type PassedMessage = z.infer<typeof passedMessageSchema>

export const sendMessageReplySchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('passed'), message: passedMessageSchema }),
  z.object({
    is: z.literal('topicMissing'),
    topic: z.string(),
    partitionCount: z.number().int(),
    replicationFactor: z.number().int(),
  }),
])
export type SendMessageReply = z.infer<typeof sendMessageReplySchema>

export const tryItSchema = z.object({
  /** The newest first; kept while the server runs. */
  runs: z.array(tryRunSchema.pick({ id: true, state: true, startedAt: true })),
  messages: z.array(passedMessageSchema),
  /** Topics to choose from, Kafka's and Mosaik's own left out. */
  topics: z.array(z.string()),
  /** True if there are more topics than are named. */
  moreTopics: z.boolean(),
})
