import { z } from 'zod'
import { CLIENT_VERDICTS } from '@/lib/domain/client-check'
import { CLUSTER_ACCESS } from '@/lib/domain/cluster'
import { MONITORING_LEVELS } from '@/lib/domain/metrics/level'
import { NODE_ROLES } from '@/lib/domain/node'
import { STEP_NAMES } from '@/lib/domain/plan/world'
import { endpoint } from '../endpoint'
import { configurationInfoSchema } from '../msk/cluster-settings'
import { revisionNameSchema, settingChangeSchema, strangerSchema } from './cluster-configuration'

/** A change of a running cluster: what it would do and how, and its being asked for. Several wishes are one change. */

export const CHANGED_FACTS = [
  'instanceType',
  'numberOfBrokerNodes',
  'volumeSizeGB',
  'publicAccess',
  'enhancedMonitoring',
  'jmxExporter',
  'nodeExporter',
] as const

const shareSchema = z.object({ replicas: z.number().int(), leaders: z.number().int(), bytes: z.number() })

const restartSchema = z.object({ nodeId: z.number().int(), role: z.enum(NODE_ROLES), zoneId: z.string() })

const softwareSchema = z.object({ name: z.string(), version: z.string() })

const clientCheckSchema = z.object({
  /** The worst first. */
  clients: z.array(
    z.object({
      /** Null: it did not tell. */
      software: softwareSchema.nullable(),
      connections: z.number().int(),
      listeners: z.array(z.string()),
      verdict: z.enum(CLIENT_VERDICTS),
      /** Requests that the release refuses, counted since brokers started. */
      refused: z.array(z.object({ api: z.string(), version: z.number().int(), count: z.number() })),
    }),
  ),
  /** Whether the release refuses anything that the present one takes. */
  removes: z.boolean(),
  /** Brokers of which nothing is known, and why. */
  silent: z.array(z.object({ node: z.number().int(), why: z.string() })),
  countedSince: z.iso.datetime().nullable(),
})
export type ClientCheck = z.infer<typeof clientCheckSchema>

/** Another Kafka version, and what it means for who is connected and for what nobody set. */
const releaseChangeSchema = z.object({
  from: z.string(),
  to: z.string(),
  release: z.string(),
  /** With ZooKeeper: what brokers speak to each other until they restart once more, and what from then on. */
  protocol: z.object({ from: z.string(), to: z.string() }).nullable(),
  clients: clientCheckSchema,
  /** Settings that nobody sets and that have another default there. */
  defaults: z.array(z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  /** Settings of the revision that the release still takes, and a later one will not. */
  deprecated: z.array(z.string()),
})

export const changePlanSchema = z.object({
  clusterName: z.string(),
  clusterArn: z.string(),
  /** The lock of the change. */
  currentVersion: z.string(),
  /** Another Kafka version comes with it. Null: the version stays. */
  version: releaseChangeSchema.nullable(),
  /** Null: what MSK sets by itself. */
  from: revisionNameSchema.nullable(),
  to: revisionNameSchema.nullable(),
  /** Why it would be refused, in the API's words; empty when it may be done. */
  refusals: z.array(z.string()),
  /** That of them which only how the cluster is now stands behind; null where nothing of the kind does. */
  notNow: z.string().nullable(),
  /** Of each fact that changes, what it is and what it comes to, by MSK's name of it. */
  facts: z.array(z.object({ name: z.enum(CHANGED_FACTS), from: z.string(), to: z.string() })),
  /** Brokers that come, with the address each is given unless somebody else is first. */
  added: z.array(z.object({ nodeId: z.number().int(), zoneId: z.string(), endpoint: z.string() })),
  /** Partitions that move. Null: none does. */
  placement: z
    .object({
      partitions: z.number().int(),
      /** Of them, those that are copied nowhere: only another replica leads. */
      leadersOnly: z.number().int(),
      /** Partitions that come to be led by another broker. */
      leaderChanges: z.number().int(),
      /** To copy, all new replicas together. */
      bytes: z.number(),
      /** Bytes a second that each broker copies. */
      rate: z.number(),
      /** How long that copies at least, milliseconds. */
      copyMs: z.number(),
      brokers: z.array(
        z.object({
          nodeId: z.number().int(),
          zoneId: z.string(),
          before: shareSchema,
          after: shareSchema,
        }),
      ),
      zones: z.array(z.object({ zoneId: z.string(), before: shareSchema, after: shareSchema })),
      /** The largest first, as many as a page shows. */
      moves: z.array(
        z.object({
          id: z.string(),
          from: z.array(z.number().int()),
          to: z.array(z.number().int()),
          bytes: z.number(),
        }),
      ),
    })
    .nullable(),
  /** Brokers that go. */
  leaving: z.array(z.number().int()),
  changes: z.array(settingChangeSchema),
  /** Taken back with it. Null: brokers could not be asked. */
  strangers: z.array(strangerSchema).nullable(),
  steps: z.array(z.object({ step: z.enum(STEP_NAMES), undo: z.enum(['free', 'costs', 'never']) })),
  /** In order; empty when nothing restarts. */
  restarts: z.array(restartSchema),
  /** Those that restart once more to finalize an upgrade with ZooKeeper, in order. */
  restartsAgain: z.array(restartSchema),
  /** The first broker that restarts is tried alone: nothing like it has run here before. */
  hasTrial: z.boolean(),
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
  /** For the AWS CLI, one after the other; null where it has no word for it. */
  command: z.string().nullable(),
  /** What of the resource changes, for Terraform; null where it has no word for it. */
  terraform: z.string().nullable(),
  hash: z.string(),
})
export type ChangePlan = z.infer<typeof changePlanSchema>

/** What is left out stays as it is. */
const wishesSchema = z.strictObject({
  clusterId: z.string(),
  /** A null on the wire is as good as left out. */
  configurationInfo: configurationInfoSchema.nullable().default(null),
  /** Back to what MSK sets by itself, for which MSK has no word. */
  defaultConfiguration: z.boolean().default(false),
  targetKafkaVersion: z.string().optional(),
  targetInstanceType: z.string().optional(),
  targetNumberOfBrokerNodes: z.number().int().optional(),
  targetVolumeSizeGB: z.number().int().optional(),
  targetAccess: z.enum(CLUSTER_ACCESS).optional(),
  targetMonitoring: z
    .strictObject({
      enhancedMonitoring: z.enum(MONITORING_LEVELS).optional(),
      jmxExporter: z.boolean().optional(),
      nodeExporter: z.boolean().optional(),
    })
    .optional(),
  /** Partitions come to lie elsewhere, or to be led by others: without anything named, all of them level on all brokers. */
  placement: z
    .strictObject({
      topic: z.string().optional(),
      brokers: z.array(z.number().int()).readonly().optional(),
      factor: z.number().int().optional(),
      leaders: z
        .union([
          z.enum(['level', 'preferred']),
          z
            .array(z.strictObject({ partition: z.number().int(), leader: z.number().int() }))
            .min(1)
            .readonly(),
        ])
        .optional(),
    })
    .optional(),
})
export type ChangeWishes = z.input<typeof wishesSchema>

export const clusterChangeEndpoints = {
  planChange: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/change/plan',
    input: wishesSchema,
    reply: changePlanSchema,
  }),
  changeCluster: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/change',
    input: wishesSchema.extend({ currentVersion: z.string() }),
    reply: z.object({ operationId: z.string() }),
  }),
} as const
