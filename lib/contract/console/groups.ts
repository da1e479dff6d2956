import { z } from 'zod'
import { GROUP_KINDS, GROUP_STATES } from '@/lib/domain/group'

/** What the console reads about groups of consumers. MSK has no word for them; they are Kafka's own. */

export const groupTopicSchema = z.object({
  name: z.string(),
  /** Of the partitions it has committed in: all together, the worst, and the oldest unread record. Null where not known. */
  lagSum: z.number().nullable(),
  lagMax: z.number().nullable(),
  ageS: z.number().nullable(),
})
export type GroupTopic = z.infer<typeof groupTopicSchema>

export const groupRowSchema = z.object({
  name: z.string(),
  kind: z.enum(GROUP_KINDS),
  /** consumer, connect, …: of a group that never had a member it is empty. */
  protocolType: z.string(),
  state: z.enum(GROUP_STATES),
  /** Null where nobody could tell. */
  members: z.number().int().nullable(),
  /** Which it reads, or has read: by what its members were given and by what it committed. */
  topics: z.array(groupTopicSchema),
})
export type GroupRow = z.infer<typeof groupRowSchema>

export const groupListSchema = z.object({
  /** Equal lists have equal versions. */
  version: z.string(),
  at: z.iso.datetime(),
  /** When the offsets were read, which is done for the metrics; null before the first time. */
  lagAt: z.iso.datetime().nullable(),
  /** Brokers that did not tell of the groups they coordinate. */
  silentBrokers: z.array(z.number().int()),
  /** Null: nothing changed since the version the caller knows. */
  groups: z.array(groupRowSchema).nullable(),
})

export const groupMemberSchema = z.object({
  id: z.string(),
  /** A name it keeps across restarts, if it was given one. */
  instanceId: z.string().nullable(),
  clientId: z.string(),
  host: z.string(),
  /** Null where only its own kind of client can read it. */
  subscribed: z.array(z.string()).nullable(),
  pattern: z.string().nullable(),
  assigned: z.array(z.object({ topic: z.string(), partitions: z.array(z.number().int()) })).nullable(),
})
export type GroupMember = z.infer<typeof groupMemberSchema>

export const groupPartitionSchema = z.object({
  topic: z.string(),
  partition: z.number().int(),
  /** Where it goes on reading; null where it never committed. */
  committed: z.number().nullable(),
  /** What the partition holds, from the first record to behind the last; null where its leader does not answer. */
  earliest: z.number().nullable(),
  end: z.number().nullable(),
  /** Seconds, of the oldest record it has not read; null where not known. */
  ageS: z.number().nullable(),
  /** How long it has committed nothing new; null where not known. */
  held: z.object({ seconds: z.number(), atLeast: z.boolean() }).nullable(),
  /** The id of the member that reads it. */
  member: z.string().nullable(),
})
export type GroupPartition = z.infer<typeof groupPartitionSchema>

export const offsetPlanSchema = z.object({
  moves: z.array(
    z.object({
      topic: z.string(),
      partition: z.number().int(),
      from: z.number().nullable(),
      to: z.number(),
      /** Records read once more; negative: skipped. Null where it never committed. */
      again: z.number().nullable(),
    }),
  ),
  /** Partitions whose leaders did not answer: they stay as they are. */
  unknown: z.array(z.object({ topic: z.string(), partition: z.number().int() })),
  /** Of what would be done: given back, it does this and nothing else. */
  key: z.string(),
})
export type OffsetPlan = z.infer<typeof offsetPlanSchema>

export const groupDetailSchema = z.object({
  name: z.string(),
  kind: z.enum(GROUP_KINDS),
  protocolType: z.string(),
  state: z.enum(GROUP_STATES),
  /** The broker that keeps its state. */
  coordinator: z.number().int(),
  assignor: z.string().nullable(),
  at: z.iso.datetime(),
  /** Null where they cannot be read. */
  members: z.array(groupMemberSchema).nullable(),
  partitions: z.array(groupPartitionSchema),
  /** Topics it committed in that do not exist any more. */
  goneTopics: z.array(z.string()),
  /** How long Kafka keeps its offsets after the last member left. */
  retentionMs: z.number().nullable(),
  silentBrokers: z.array(z.object({ brokerId: z.number().int(), why: z.string() })),
})
export type GroupDetail = z.infer<typeof groupDetailSchema>
