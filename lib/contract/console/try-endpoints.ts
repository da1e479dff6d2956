import { z } from 'zod'
import { endpoint } from '../endpoint'
import { sendMessageInputSchema, sendMessageReplySchema, tryItSchema, tryRunSchema } from './try-it'

export const tryEndpoints = {
  getTryIt: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/try',
    input: z.object({ clusterId: z.string() }),
    reply: tryItSchema,
  }),
  startTryRun: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/try',
    input: z.object({ clusterId: z.string() }),
    reply: z.object({ runId: z.string() }),
  }),
  getTryRun: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/try/{runId}',
    input: z.object({ clusterId: z.string(), runId: z.string() }),
    reply: tryRunSchema,
  }),
  sendMessage: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/messages',
    input: sendMessageInputSchema,
    reply: sendMessageReplySchema,
  }),
} as const
