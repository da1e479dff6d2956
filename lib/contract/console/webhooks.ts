import { z } from 'zod'
import { endpoint } from '../endpoint'

/** Where alarms are told to. An address may hold a secret, so it goes in and never comes out again. */
export const WEBHOOK_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

const webhookSchema = z.object({
  name: z.string(),
  /** The action of an alarm that tells it to this webhook. */
  arn: z.string(),
  /** Scheme, host and port of the address. */
  origin: z.string(),
  createdAt: z.iso.datetime(),
  /** Messages that are not delivered yet. */
  waiting: z.number(),
})

const named = z.object({ name: z.string().regex(WEBHOOK_NAME) })

export const webhookEndpoints = {
  listWebhooks: endpoint({
    method: 'GET',
    path: '/api/console/webhooks',
    input: z.object({}),
    reply: z.object({ webhooks: z.array(webhookSchema) }),
  }),
  putWebhook: endpoint({
    method: 'POST',
    path: '/api/console/webhooks',
    input: named.extend({ url: z.string().max(2048) }),
    reply: webhookSchema,
  }),
  /** Sends a message that says it is a test, and waits for the answer. */
  testWebhook: endpoint({
    method: 'POST',
    path: '/api/console/webhooks/{name}/test',
    input: named,
    reply: z.object({ failure: z.string().nullable() }),
  }),
  deleteWebhook: endpoint({
    method: 'DELETE',
    path: '/api/console/webhooks/{name}',
    input: named,
    reply: z.null(),
  }),
} as const
