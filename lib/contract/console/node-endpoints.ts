import { z } from 'zod'
import { endpoint } from '../endpoint'
import {
  electionSchema,
  foundLogsSchema,
  logPageInputSchema,
  nodeDetailSchema,
  nodeListSchema,
  nodeLogSchema,
  nodeSettingsSchema,
  searchLogsInputSchema,
} from './nodes'

const nodeInputSchema = z.object({ clusterId: z.string(), nodeId: z.coerce.number().int() })

export const nodeEndpoints = {
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
  /** From a moment on, newest first. */
  listElections: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/elections',
    input: z.object({ clusterId: z.string(), since: z.iso.datetime() }),
    reply: z.object({ elections: z.array(electionSchema) }),
  }),
  /** The name of the cluster is typed by whoever decides. */
  acceptLoss: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/nodes/{nodeId}/accept-loss',
    input: nodeInputSchema.extend({ clusterName: z.string() }),
    reply: z.object({}),
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
} as const
