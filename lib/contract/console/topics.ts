import { z } from 'zod'

/** What the console reads about topics and MSK has no word for. Changes go through MSK's own operations. */

export const topicRowSchema = z.object({
  name: z.string(),
  /** Kafka's own, MSK's or Mosaik's. */
  isInternal: z.boolean(),
  partitions: z.number().int(),
  replicationFactor: z.number().int(),
  /** Replicas that are not in sync, over all partitions. */
  behind: z.number().int(),
  /** Partitions without a leader. */
  offline: z.number().int(),
})
export type TopicRow = z.infer<typeof topicRowSchema>

export const topicListSchema = z.object({
  /** Equal lists have equal versions. */
  version: z.string(),
  /** When Kafka said so. */
  at: z.iso.datetime(),
  /** Null: nothing changed since the version the caller knows. */
  topics: z.array(topicRowSchema).nullable(),
})

/** What has to be asked of every broker, so it is not part of the list itself. */
export const topicFiguresSchema = z.object({
  /** False: too many partitions to count them all at once; a topic's own page has its figures. */
  isCounted: z.boolean(),
  silentBrokers: z.array(z.number().int()),
  figures: z.array(
    z.object({
      name: z.string(),
      /** High watermark minus earliest offset. Null where not known. */
      messages: z.number().nullable(),
      /** All copies. Null where not known. */
      diskBytes: z.number().nullable(),
    }),
  ),
})
export type TopicFigures = z.infer<typeof topicFiguresSchema>

export const topicPartitionSchema = z.object({
  partition: z.number().int(),
  /** Null while no replica leads. */
  leader: z.number().int().nullable(),
  /** The first is the preferred leader. */
  replicas: z.array(z.number().int()),
  isr: z.array(z.number().int()),
  /** Null where the leader does not answer. */
  earliest: z.number().nullable(),
  highWatermark: z.number().nullable(),
  /** Of one copy: the largest. */
  bytes: z.number().nullable(),
})
export type TopicPartition = z.infer<typeof topicPartitionSchema>

export const topicDetailSchema = z.object({
  name: z.string(),
  arn: z.string(),
  isInternal: z.boolean(),
  replicationFactor: z.number().int(),
  at: z.iso.datetime(),
  partitions: z.array(topicPartitionSchema),
  /** All copies. Null where a broker that holds some does not answer. */
  diskBytes: z.number().nullable(),
  /** Brokers that hold partitions and do not answer, with the reason. */
  silentBrokers: z.array(z.object({ brokerId: z.number().int(), why: z.string() })),
})
export type TopicDetail = z.infer<typeof topicDetailSchema>

/** Where a value comes from: the topic itself, a broker's configuration, or Kafka. */
export const SETTING_SOURCES = ['topic', 'broker', 'kafka', 'unknown'] as const
export type SettingSource = (typeof SETTING_SOURCES)[number]

export const topicSettingSchema = z.object({
  name: z.string(),
  /** Null if Kafka keeps it secret. */
  value: z.string().nullable(),
  source: z.enum(SETTING_SOURCES),
  /** What it goes back to without the topic's own value. Null where not known. */
  inherited: z.object({ value: z.string().nullable(), source: z.enum(SETTING_SOURCES) }).nullable(),
  /** Kafka's own explanation, since Kafka 2.6. */
  documentation: z.string().nullable(),
})
export type TopicSetting = z.infer<typeof topicSettingSchema>

export const TOPIC_CHANGES_MAX = 100

/** What was done to topics through this server, newest first; Kafka's own tools tell nobody. */
export const topicChangesSchema = z.object({
  changes: z.array(
    z.object({
      at: z.iso.datetime(),
      topic: z.string(),
      did: z.enum(['created', 'changed', 'deleted']),
      /** Names of those that were changed. */
      settings: z.array(z.string()),
    }),
  ),
})
export type TopicChange = z.infer<typeof topicChangesSchema>['changes'][number]

/** What a topic gets that says nothing itself. */
export const topicDefaultsSchema = z.object({
  /** Brokers that take part in the cluster now. */
  brokers: z.number().int(),
  /** By setting of a topic: the value a broker's configuration gives it. */
  settings: z.record(z.string(), z.string()),
})
export type TopicDefaults = z.infer<typeof topicDefaultsSchema>
