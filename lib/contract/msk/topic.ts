import { z } from 'zod'

export const TOPIC_STATES = ['CREATING', 'UPDATING', 'DELETING', 'ACTIVE'] as const

/** What each change of a topic answers. */
export const topicStatusSchema = z.object({
  topicArn: z.string(),
  topicName: z.string(),
  status: z.enum(TOPIC_STATES),
})

export const topicInfoSchema = z.object({
  topicArn: z.string(),
  topicName: z.string(),
  replicationFactor: z.number().int(),
  partitionCount: z.number().int(),
  outOfSyncReplicaCount: z.number().int(),
})

export const topicDescriptionSchema = z.object({
  topicArn: z.string(),
  topicName: z.string(),
  replicationFactor: z.number().int(),
  partitionCount: z.number().int(),
  /** `key=value` lines as base64; the model says string, so SDKs leave the coding to the caller. */
  configs: z.string(),
  status: z.enum(TOPIC_STATES),
})

export const topicPartitionInfoSchema = z.object({
  partition: z.number().int(),
  leader: z.number().int(),
  replicas: z.array(z.number().int()),
  isr: z.array(z.number().int()),
})
