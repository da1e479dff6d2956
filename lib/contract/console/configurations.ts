import { z } from 'zod'
import { endpoint } from '../endpoint'

/** What the console reads about configurations and MSK has no word for: who made a revision, and which clusters have it. */
export const configurationUseSchema = z.object({
  configurationArn: z.string(),
  revision: z.number().int(),
  clusterId: z.string(),
  clusterName: z.string(),
})
export type ConfigurationUse = z.infer<typeof configurationUseSchema>

export const revisionRecordSchema = z.object({
  revision: z.number().int(),
  createdAt: z.iso.datetime(),
  description: z.string(),
  /** `console`, `unsigned`, or the access key that signed the call. */
  actor: z.string(),
})
export type RevisionRecord = z.infer<typeof revisionRecordSchema>

const region = z.string().default('us-east-1')

export const configurationEndpoints = {
  listConfigurationUses: endpoint({
    method: 'GET',
    path: '/api/console/configuration-uses',
    input: z.object({ region }),
    reply: z.object({ uses: z.array(configurationUseSchema) }),
  }),
  /** All of them, newest first: MSK's quota keeps them few. */
  listRevisionRecords: endpoint({
    method: 'GET',
    path: '/api/console/configurations/{arn}/revisions',
    input: z.object({ arn: z.string() }),
    reply: z.object({ revisions: z.array(revisionRecordSchema) }),
  }),
  /**
   * MSK's UpdateConfiguration cannot say which revision a text was edited from, and lays it over whatever came
   * meanwhile. Refused when `from` is no longer the latest.
   */
  reviseConfiguration: endpoint({
    method: 'POST',
    path: '/api/console/configurations/{arn}/revisions',
    input: z.object({
      arn: z.string(),
      from: z.number().int(),
      description: z.string().max(1024).default(''),
      /** Java properties; base64, as in MSK's own operations. */
      serverProperties: z.base64(),
    }),
    reply: revisionRecordSchema,
  }),
} as const
