import { z } from 'zod'
import { growthRuleSchema } from '@/lib/domain/growth-rule'
import { PAUSE_MINUTES, PAUSE_MINUTES_MAX, UNTIL_RESUMED } from '@/lib/domain/healing'
import { HELD_DECISIONS } from '@/lib/domain/held'
import { COPY_RATE_MAX, COPY_RATE_MIN } from '@/lib/domain/operation-steering'
import { endpoint } from '../endpoint'
import {
  clusterDetailSchema,
  clusterSummarySchema,
  healingPauseSchema,
  operationDetailSchema,
} from './clusters'
import { hostViewSchema } from './host'
import { incidentSchema } from './incidents'

const region = z.string().default('us-east-1')

/** What every page asks. */
export const clusterEndpoints = {
  getHost: endpoint({
    method: 'GET',
    path: '/api/console/host',
    input: z.object({ region }),
    reply: hostViewSchema,
  }),
  listClusters: endpoint({
    method: 'GET',
    path: '/api/console/clusters',
    input: z.object({ region }),
    reply: z.object({ clusters: z.array(clusterSummarySchema) }),
  }),
  getCluster: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}',
    input: z.object({ clusterId: z.string() }),
    reply: clusterDetailSchema,
  }),
  changePower: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/power',
    input: z.object({ clusterId: z.string(), power: z.enum(['on', 'off']) }),
    reply: z.object({ operationId: z.string() }),
  }),
  listIncidents: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/incidents',
    input: z.object({ clusterId: z.string() }),
    reply: z.object({ incidents: z.array(incidentSchema) }),
  }),
  /** Paused again, a pause has another end. Retried: nodes that were given up are started again at once. */
  changeHealing: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/healing',
    input: z.object({
      clusterId: z.string(),
      healing: z.enum(['on', 'paused', 'retried']),
      forMinutes: z
        .union([z.number().int().min(1).max(PAUSE_MINUTES_MAX), z.literal(UNTIL_RESUMED)])
        .default(PAUSE_MINUTES),
    }),
    reply: z.object({ healingPause: healingPauseSchema.nullable() }),
  }),
  /** The name of the cluster is typed by whoever decides. */
  decideHeld: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/held',
    input: z.strictObject({
      clusterId: z.string(),
      decision: z.enum(HELD_DECISIONS),
      clusterName: z.string(),
    }),
    reply: z.object({}),
  }),
  /** Null: volumes do not grow by themselves. */
  changeGrowthRule: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/growth-rule',
    input: z.strictObject({ clusterId: z.string(), rule: growthRuleSchema.nullable() }),
    reply: z.object({}),
  }),
  /** Said to a change while it is under way. */
  steerOperation: endpoint({
    method: 'POST',
    path: '/api/console/operations/{operationId}/steer',
    input: z.strictObject({
      operationId: z.string(),
      pace: z.enum(['paused', 'resumed']).optional(),
      bytesPerSecond: z.number().int().min(COPY_RATE_MIN).max(COPY_RATE_MAX).optional(),
      takeBack: z.literal(true).optional(),
    }),
    reply: z.object({}),
  }),
  getOperation: endpoint({
    method: 'GET',
    path: '/api/console/operations/{operationId}',
    input: z.object({ operationId: z.string() }),
    reply: operationDetailSchema,
  }),
} as const
