import { z } from 'zod'

/** A configuration and its revisions as MSK describes them. */
export const configurationStateSchema = z.enum(['ACTIVE', 'DELETING', 'DELETE_FAILED'])

/** Java properties; base64 on the wire. */
export const serverPropertiesSchema = z.base64()

export const configurationRevisionSchema = z.object({
  creationTime: z.iso.datetime(),
  description: z.string().optional(),
  revision: z.number().int(),
})

export const configurationSchema = z.object({
  arn: z.string(),
  creationTime: z.iso.datetime(),
  description: z.string(),
  kafkaVersions: z.array(z.string()),
  latestRevision: configurationRevisionSchema,
  name: z.string(),
  state: configurationStateSchema,
})
