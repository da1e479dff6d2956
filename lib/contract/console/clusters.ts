import { OPERATION_NAMES } from '@/lib/domain/operation-name'
import { z } from 'zod'
import { brokerReceiptSchema } from '@/lib/domain/broker-receipt'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import { MONITORING_LEVELS } from '@/lib/domain/metrics/level'
import { openMonitoringSchema } from '@/lib/domain/open-monitoring'
import { CLUSTER_ACCESS, CLUSTER_SHAPES, CLUSTER_STATES } from '@/lib/domain/cluster'
import { PROFILES } from '@/lib/domain/broker-type'
import { METADATA_MODES } from '@/lib/domain/kafka-version'
import { NODE_ROLES } from '@/lib/domain/node'
import { ROW_PHASES } from '@/lib/domain/plan/plan'
import { findingSchema } from '@/lib/domain/finding'
import { growthRuleSchema } from '@/lib/domain/growth-rule'
import { CUSTOMER_ACTIONS, type VolumesStanding } from '@/lib/domain/volume-limit'
import { OPERATION_KINDS, STEP_NAMES } from '@/lib/domain/plan/world'

/** What the console reads about clusters and MSK has no word for. Times are ISO 8601 strings in UTC. */

const timeSchema = z.iso.datetime()

/** A reason as data (`Waiting` or `Problem` of the planner), worded by the console from its catalogue. */
export const reasonSchema = z.looseObject({ for: z.string().optional(), is: z.string().optional() })
export type Reason = z.infer<typeof reasonSchema>

/** How a node stands now, apart from any operation. */
export const NODE_HEALTH = [
  'serving',
  'starting',
  'stopping',
  'stopped',
  'notServing',
  'failed',
  'unknown',
] as const

export const nodeViewSchema = z.object({
  nodeId: z.number().int(),
  role: z.enum(NODE_ROLES),
  zoneId: z.string(),
  /** `127.10.1.11:9092` and the like: client endpoint of a broker, voter endpoint of a controller. */
  endpoint: z.string(),
  externalEndpoint: z.string().nullable(),
  health: z.enum(NODE_HEALTH),
  isQuorumLeader: z.boolean(),
  /** Null where not known. */
  leaderPartitions: z.number().int().nullable(),
  inSyncReplicas: z.number().int().nullable(),
  replicas: z.number().int().nullable(),
  pid: z.number().int().nullable(),
  pssBytes: z.number().nullable(),
  /** When memory was measured, and when leaders and replicas were counted. Null where not known. */
  memoryAt: timeSchema.nullable(),
  countedAt: timeSchema.nullable(),
  startedAt: timeSchema.nullable(),
  lastExitReason: z.string().nullable(),
  /** What a broker takes of its volume. Null where not known, and for controllers. */
  volumeUsedBytes: z.number().nullable().default(null),
  /** It is stopped, or about to be, because its volume is full. */
  isVolumeFull: z.boolean().default(false),
})
export type NodeView = z.infer<typeof nodeViewSchema>

export const zoneViewSchema = z.object({ zoneId: z.string(), zoneName: z.string(), subnetId: z.string() })

/** The facts behind the one sentence a page opens with. */
export const healthViewSchema = z.object({
  servingBrokers: z.number().int(),
  totalBrokers: z.number().int(),
  servingVoters: z.number().int(),
  totalVoters: z.number().int(),
  /** Null: not known. */
  partitions: z.number().int().nullable(),
  offlinePartitions: z.number().int().nullable(),
  underReplicatedPartitions: z.number().int().nullable(),
  waitingFor: reasonSchema.nullable(),
})
export type HealthView = z.infer<typeof healthViewSchema>

/** What is done about volumes, and what a person is asked for. */
export const volumesViewSchema = z.object({
  action: z.enum(CUSTOMER_ACTIONS),
  brakeRate: z.number().nullable(),
  isHostLow: z.boolean(),
}) satisfies z.ZodType<VolumesStanding>

/** Dead nodes are left as they are meanwhile. `until` null: until somebody resumes. */
export const healingPauseSchema = z.object({ since: timeSchema, until: timeSchema.nullable() })

export const operationSummarySchema = z.object({
  id: z.string(),
  arn: z.string(),
  clusterId: z.string(),
  clusterArn: z.string(),
  clusterName: z.string(),
  kind: z.enum(OPERATION_KINDS),
  /** What it is called: of an update, what it updates. */
  name: z.enum(OPERATION_NAMES),
  state: z.enum(['IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED']),
  startedAt: timeSchema,
  endedAt: timeSchema.nullable(),
  doneRows: z.number().int(),
  totalRows: z.number().int(),
  problem: reasonSchema.nullable(),
  errorMessage: z.string().nullable(),
})
export type OperationSummary = z.infer<typeof operationSummarySchema>

export const clusterSummarySchema = z.object({
  id: z.string(),
  arn: z.string(),
  name: z.string(),
  region: z.string(),
  state: z.enum(CLUSTER_STATES),
  power: z.enum(['on', 'off']),
  kafkaVersion: z.string(),
  release: z.string(),
  mode: z.enum(METADATA_MODES),
  shape: z.enum(CLUSTER_SHAPES),
  profile: z.enum(PROFILES),
  access: z.enum(CLUSTER_ACCESS),
  /** A replica that missed records may lead where no other is left, as on MSK. */
  uncleanElections: z.boolean(),
  instanceType: z.string(),
  zones: z.array(zoneViewSchema),
  nodes: z.array(nodeViewSchema),
  health: healthViewSchema,
  healingPause: healingPauseSchema.nullable(),
  /** Nothing is done to it until a person has decided whether the database still holds; `health` says why. */
  isHeld: z.boolean(),
  /** It cannot be deleted, and is not drilled without typing its name. */
  isProtected: z.boolean(),
  volumeSizeGiB: z.number(),
  volumes: volumesViewSchema,
  operation: operationSummarySchema.nullable(),
  createdAt: timeSchema,
  /** When the brokers were last looked at; older than 15 s is shown as "No data". Null before the first look. */
  observedAt: timeSchema.nullable(),
})
export type ClusterSummary = z.infer<typeof clusterSummarySchema>

const permissionSchema = z.union([
  z.object({ may: z.literal(true) }),
  z.object({ may: z.literal(false), why: z.string() }),
])

export const scrapedNodeSchema = z.object({
  nodeId: z.number().int(),
  role: z.enum(NODE_ROLES),
  exporter: z.enum(['jmxExporter', 'nodeExporter']),
  /** `127.10.1.11:11001` */
  endpoint: z.string(),
  /** `4711 (nginx)`: what keeps Mosaik from answering there. Null where nothing is known to be wrong. */
  trouble: z.string().nullable(),
})
export type ScrapedNode = z.infer<typeof scrapedNodeSchema>

/** What an operation changed, by its name on MSK or as a setting of Kafka; null where there was or will be nothing. */
export const specificationChangeSchema = z.object({
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

/** The revision of a configuration that a cluster has. */
export const clusterRevisionSchema = z.object({
  arn: z.string(),
  revision: z.number().int(),
  /** Null: the configuration was deleted since. */
  name: z.string().nullable(),
  latest: z.number().int().nullable(),
})
export type ClusterRevision = z.infer<typeof clusterRevisionSchema>

export const clusterDetailSchema = clusterSummarySchema.extend({
  currentVersion: z.string(),
  kafkaClusterId: z.string(),
  /** By which volumes grow by themselves, and why they last did not. Null: they do not. */
  growthRule: growthRuleSchema.nullable(),
  growthRefusal: z.string().nullable(),
  /** Null: what MSK sets by itself. */
  configuration: clusterRevisionSchema.nullable(),
  /** What of its metrics is kept. */
  monitoringLevel: z.enum(MONITORING_LEVELS),
  openMonitoring: openMonitoringSchema,
  tags: z.record(z.string(), z.string()),
  connection: z.array(
    z.object({ listener: z.enum(['PLAINTEXT', 'EXTERNAL_PLAINTEXT', 'ZOOKEEPER']), bootstrap: z.string() }),
  ),
  /** Where Prometheus scrapes its nodes; empty while open monitoring is off. */
  scraped: z.array(scrapedNodeSchema),
  recentOperations: z.array(operationSummarySchema),
  /** What deletion loses. Null where not known. */
  topics: z.number().int().nullable(),
  diskBytes: z.number().nullable(),
  can: z.object({ stop: permissionSchema, start: permissionSchema, delete: permissionSchema }),
  /** Who takes part in it, stands at its addresses or edited its files, and was not asked to. */
  findings: z.array(findingSchema),
  /** Set when the cluster failed, or cannot be converged: the log's own reason. */
  stateMessage: z.string().nullable(),
})
export type ClusterDetail = z.infer<typeof clusterDetailSchema>

export const operationRowSchema = z.object({
  step: z.enum(STEP_NAMES),
  nodeId: z.number().int().nullable(),
  role: z.enum(NODE_ROLES).nullable(),
  zoneId: z.string().nullable(),
  endpoint: z.string().nullable(),
  phase: z.enum(ROW_PHASES),
  since: timeSchema,
  startedAt: timeSchema,
  endedAt: timeSchema.nullable(),
  why: reasonSchema.nullable(),
  phases: z.array(z.object({ phase: z.enum(ROW_PHASES), at: timeSchema })),
})
export type OperationRow = z.infer<typeof operationRowSchema>

export const operationDetailSchema = operationSummarySchema.extend({
  rows: z.array(operationRowSchema),
  events: z.array(
    z.object({
      at: timeSchema,
      nodeId: z.number().int().nullable(),
      key: z.string(),
      parameters: z.record(z.string(), z.unknown()),
    }),
  ),
  zones: z.array(zoneViewSchema),
  /** It may be asked to take back what it changes. */
  mayTakeBack: z.boolean(),
  /** It may be paused, or resumed. */
  mayPause: z.boolean(),
  isPaused: z.boolean(),
  /** Somebody asked for that already. */
  isTakenBack: z.boolean(),
  /** Partitions that it moves. Null: none. */
  placement: z
    .object({
      partitions: z.number().int(),
      bytes: z.number(),
      /** Bytes a second that each broker copies; null: nothing is copied. */
      rate: z.number().nullable(),
      /** How long that copies at least at this rate, milliseconds. */
      copyMs: z.number(),
    })
    .nullable(),
  /** Empty for a creation, which changes everything at once. */
  changes: z.array(specificationChangeSchema),
  /** Durations of the last three completed operations of this kind and shape, milliseconds, newest first. */
  lastDurationsMs: z.array(z.number()),
  /** What Mosaik's own client met meanwhile; null where nobody measured. */
  receipt: canaryReceiptSchema.nullable(),
  /** What brokers counted meanwhile; null where nobody read it. */
  brokerReceipt: brokerReceiptSchema.nullable(),
})
export type OperationDetail = z.infer<typeof operationDetailSchema>
