import { z } from 'zod'
import { endpoint } from '../endpoint'
import { configurationInfoSchema } from '../msk/cluster-settings'

/** The revision of a running cluster, and what brokers have that no revision says. */

export const revisionNameSchema = configurationInfoSchema.extend({
  /** Null: the configuration was deleted since. */
  name: z.string().nullable(),
})
const valueSchema = z.string().nullable()

export const settingChangeSchema = z.object({
  name: z.string(),
  from: valueSchema,
  to: valueSchema,
  effect: z.enum(['running', 'restart', 'none']),
  isReadByControllers: z.boolean(),
  isClusterWide: z.boolean(),
})

/** What somebody told brokers while they ran, and no revision says. */
export const strangerSchema = z.object({
  name: z.string(),
  /** Null: all brokers. */
  node: z.number().int().nullable(),
  value: z.string(),
  /** What holds once it is taken back. */
  wanted: valueSchema,
})
export type Stranger = z.infer<typeof strangerSchema>

export const SETTING_SOURCES = ['REVISION', 'MSK_DEFAULT', 'OVERLAY', 'KAFKA_DEFAULT'] as const

export const effectiveSettingSchema = z.object({
  name: z.string(),
  /** What shall hold, and where that comes from. */
  wanted: valueSchema,
  source: z.enum(SETTING_SOURCES),
  /** Told while running, not yet in the files. */
  isTold: z.boolean(),
  /** What each broker runs, by its id, where it differs from what shall hold. */
  differing: z.array(
    z.object({
      node: z.number().int(),
      value: valueSchema,
      /** Where the broker has it from. */
      source: z.enum(['OWN', 'ALL', 'FILE']),
    }),
  ),
})

export const clusterConfigurationSchema = z.object({
  currentVersion: z.string(),
  revision: revisionNameSchema.nullable(),
  latestRevision: z.number().int().nullable(),
  settings: z.array(effectiveSettingSchema),
  /** Brokers that did not answer, with why; what they run is not known. */
  unknown: z.array(z.object({ node: z.number().int(), why: z.string() })),
})
export type ClusterConfiguration = z.infer<typeof clusterConfigurationSchema>
export type EffectiveClusterSetting = ClusterConfiguration['settings'][number]

export const clusterConfigurationEndpoints = {
  getClusterConfiguration: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/configuration',
    input: z.strictObject({ clusterId: z.string() }),
    reply: clusterConfigurationSchema,
  }),
} as const
