import { z } from 'zod'
import { BEHAVIOURS, CLUSTER_ALARMS, CLUSTER_PORTS } from '@/lib/domain/cluster-request'
import { creationRefusalSchema } from '@/lib/domain/creation-refusal'
import { openMonitoringSchema } from '@/lib/domain/open-monitoring'
import { NODE_ROLES } from '@/lib/domain/node'
import { STEP_NAMES } from '@/lib/domain/plan/world'
import { configurationInfoSchema } from '../msk/cluster-settings'
import { zoneViewSchema } from './clusters'

/** Preview of a creation: the planner's own answer, what it takes of this machine, and the command that says it. */

export const createPlanInputSchema = z.object({
  clusterName: z.string(),
  kafkaVersion: z.string(),
  shape: z.enum(['MSK', 'DEVELOPMENT']),
  profile: z.enum(['lab', 'server']),
  access: z.enum(['THIS_MACHINE', 'OTHER_MACHINES']),
  brokersPerZone: z.number().int().min(1).max(20),
  instanceType: z.string(),
  volumeSizeGiB: z.number().int(),
  /** Left out: the subnets the region begins with. */
  subnets: z.array(z.string().min(1)).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  /** Left out: addresses of their own with MSK's ports, where the host has them. */
  ports: z.enum(CLUSTER_PORTS).optional(),
  /** Left out: none. */
  alarms: z.enum(CLUSTER_ALARMS).optional(),
  /** Left out: as MSK. */
  behaviour: z.enum(BEHAVIOURS).optional(),
  /** MSK's default without unclean elections, by the revision that says so; instead of `configurationInfo`. */
  cleanElections: z.boolean().optional(),
  /** Left out: what MSK sets by itself. */
  configurationInfo: configurationInfoSchema.optional(),
  /** Left out: off. */
  openMonitoring: openMonitoringSchema.optional(),
})
export type CreatePlanInput = z.infer<typeof createPlanInputSchema>

const amountSchema = z.object({ needed: z.number(), free: z.number(), total: z.number() })

export const createPlanSchema = z.object({
  /** The body for CreateClusterV2 that makes this cluster: the console posts exactly this. */
  request: z.record(z.string(), z.unknown()),
  /** Every reason why it would be refused; empty when it may run. */
  refusals: z.array(creationRefusalSchema),
  zones: z.array(zoneViewSchema),
  nodes: z.array(
    z.object({
      nodeId: z.number().int(),
      role: z.enum(NODE_ROLES),
      zoneId: z.string(),
      endpoint: z.string(),
    }),
  ),
  /** What each of the nodes has for Prometheus. */
  openMonitoring: openMonitoringSchema,
  steps: z.array(
    z.object({
      step: z.enum(STEP_NAMES),
      nodes: z.array(z.number().int()),
      undo: z.enum(['free', 'costs', 'never']),
    }),
  ),
  release: z.object({ release: z.string(), state: z.enum(['missing', 'preparing', 'ready', 'failed']) }),
  /** The release is there, the JMX exporter must come first. */
  fetchesExporter: z.boolean(),
  memoryBytes: amountSchema,
  diskBytes: amountSchema,
  fileDescriptors: z.object({ needed: z.number(), limit: z.number() }),
  /** Durations of the last three completed creations of this shape here, milliseconds. */
  lastDurationsMs: z.array(z.number()),
  /** The same for the AWS CLI, and as a whole Terraform configuration. */
  command: z.string(),
  terraform: z.string(),
  /** Fields that cannot be changed after creation. */
  fixed: z.array(z.string()),
  /** Equal plans have equal hashes: specifications, ordered actions and risks, not observed numbers. */
  hash: z.string(),
})
export type CreatePlan = z.infer<typeof createPlanSchema>
