import { z } from 'zod'
import { endpoint } from '../endpoint'
import { chartSetEndpoints } from './chart-sets'
import { clusterDetailSchema, clusterSummarySchema, operationDetailSchema } from './clusters'
import { groupEndpoints } from './group-endpoints'
import { hostViewSchema } from './host'
import {
  foundLogsSchema,
  logPageInputSchema,
  nodeDetailSchema,
  nodeListSchema,
  nodeLogSchema,
  nodeSettingsSchema,
  searchLogsInputSchema,
} from './nodes'
import { topicEndpoints } from './topic-endpoints'
import { createPlanInputSchema, createPlanSchema } from './plan'
import { networkEndpoints } from './network'
import { operationEndpoints } from './operations'
import { webhookEndpoints } from './webhooks'
import { recommendedAlarmEndpoints } from './recommended-alarms'
import { tryEndpoints } from './try-endpoints'

const nodeInputSchema = z.object({ clusterId: z.string(), nodeId: z.coerce.number().int() })
const region = z.string().default('us-east-1')

/** What the console needs and MSK has no word for. `GET /api/console/events` is the one event stream beside these. */
export const consoleEndpoints = {
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
  planCluster: endpoint({
    method: 'POST',
    path: '/api/console/plan',
    input: createPlanInputSchema.extend({ region }),
    reply: createPlanSchema,
  }),
  changePower: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/power',
    input: z.object({ clusterId: z.string(), power: z.enum(['on', 'off']) }),
    reply: z.object({ operationId: z.string() }),
  }),
  getOperation: endpoint({
    method: 'GET',
    path: '/api/console/operations/{operationId}',
    input: z.object({ operationId: z.string() }),
    reply: operationDetailSchema,
  }),
  listNodes: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/nodes',
    input: z.object({ clusterId: z.string() }),
    reply: nodeListSchema,
  }),
  getNode: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/nodes/{nodeId}',
    input: nodeInputSchema,
    reply: nodeDetailSchema,
  }),
  getNodeSettings: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/nodes/{nodeId}/settings',
    input: nodeInputSchema,
    reply: nodeSettingsSchema,
  }),
  getNodeLog: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/nodes/{nodeId}/log',
    input: logPageInputSchema,
    reply: nodeLogSchema,
  }),
  /** The reply is a file, which the browser saves by following a link. */
  downloadNodeLog: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/nodes/{nodeId}/log/download',
    input: nodeInputSchema,
    reply: z.unknown(),
  }),
  searchLogs: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/logs',
    input: searchLogsInputSchema,
    reply: foundLogsSchema,
  }),
  ...topicEndpoints,
  ...groupEndpoints,
  ...chartSetEndpoints,
  ...tryEndpoints,
  ...operationEndpoints,
  ...networkEndpoints,
  ...webhookEndpoints,
  ...recommendedAlarmEndpoints,
} as const

/** Where the event stream of `LiveHint`s is. */
export const LIVE_PATH = '/api/console/events'
