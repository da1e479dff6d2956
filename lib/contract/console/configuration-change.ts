import { z } from 'zod'
import { NODE_ROLES } from '@/lib/domain/node'
import { STEP_NAMES } from '@/lib/domain/plan/world'
import { endpoint } from '../endpoint'
import { configurationInfoSchema } from '../msk/cluster-settings'

/** A revision for a running cluster: what it would change and how, and what brokers have that no revision says. */

const revisionSchema = configurationInfoSchema.extend({
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

export const configurationPlanSchema = z.object({
  clusterName: z.string(),
  clusterArn: z.string(),
  /** The lock of UpdateClusterConfiguration. */
  currentVersion: z.string(),
  /** Another Kafka version comes with it. Null: the version stays. */
  version: z.object({ from: z.string(), to: z.string(), release: z.string() }).nullable(),
  /** Null: what MSK sets by itself. */
  from: revisionSchema.nullable(),
  to: revisionSchema.nullable(),
  /** Why it would be refused, in the API's words; empty when it may be done. */
  refusals: z.array(z.string()),
  changes: z.array(settingChangeSchema),
  /** Taken back with it. Null: brokers could not be asked. */
  strangers: z.array(strangerSchema).nullable(),
  steps: z.array(z.object({ step: z.enum(STEP_NAMES), undo: z.enum(['free', 'costs', 'never']) })),
  /** In order; empty when nothing restarts. */
  restarts: z.array(z.object({ nodeId: z.number().int(), role: z.enum(NODE_ROLES), zoneId: z.string() })),
  /** Topics that clients notice the restarts by. Null: not known. */
  topicsAtRisk: z
    .array(
      z.object({
        topic: z.string(),
        partitions: z.number().int(),
        is: z.enum(['offline', 'readOnly']),
        replicas: z.number().int(),
        minIsr: z.number().int(),
      }),
    )
    .nullable(),
  /** The only voter restarts: nothing can be changed meanwhile. */
  losesQuorum: z.boolean(),
  /** Of the last three changes that restarted the same nodes, milliseconds. */
  lastDurationsMs: z.array(z.number()),
  /** For the AWS CLI; null where it has no word for it. */
  command: z.string().nullable(),
  hash: z.string(),
})
export type ConfigurationPlan = z.infer<typeof configurationPlanSchema>

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
  revision: revisionSchema.nullable(),
  latestRevision: z.number().int().nullable(),
  settings: z.array(effectiveSettingSchema),
  /** Brokers that did not answer, with why; what they run is not known. */
  unknown: z.array(z.object({ node: z.number().int(), why: z.string() })),
})
export type ClusterConfiguration = z.infer<typeof clusterConfigurationSchema>
export type EffectiveClusterSetting = ClusterConfiguration['settings'][number]

const clusterId = z.string()

export const configurationChangeEndpoints = {
  planConfiguration: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/configuration/plan',
    /** Left out: what MSK sets by itself. A null on the wire is as good as left out. */
    input: z.strictObject({
      clusterId,
      configurationInfo: configurationInfoSchema.nullable().default(null),
      /** Left out: the version stays. With it, a configuration that is left out stays too. */
      targetKafkaVersion: z.string().optional(),
    }),
    reply: configurationPlanSchema,
  }),
  getClusterConfiguration: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/configuration',
    input: z.strictObject({ clusterId }),
    reply: clusterConfigurationSchema,
  }),
  /** MSK has no way back to what it sets by itself. */
  resetConfiguration: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/configuration/reset',
    input: z.strictObject({ clusterId, currentVersion: z.string() }),
    reply: z.object({ operationId: z.string() }),
  }),
} as const
