import { randomUUID } from 'node:crypto'
import type { webhookEndpoints } from '@/lib/contract/console/webhooks'
import { webhookUrlProblem } from '@/lib/domain/alarm/webhook'
import { audited } from '../../audit'
import { systemClock } from '../../clock'
import { badRequest, conflict, notFound } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { database, events } from '../../process'
import { definitionOf } from '../stored-alarm'
import { testMessage } from './message'
import { send } from './send'
import { webhookArn } from './webhook-arn'

const WEBHOOKS_MAX = 50

export const listWebhooks: Verb<typeof webhookEndpoints.listWebhooks> = async () => {
  const webhooks = await database().webhook.findMany({
    orderBy: { name: 'asc' },
    include: { deliveries: { select: { id: true } } },
  })
  return { webhooks: webhooks.map((row) => view(row)) }
}

/** Adds a webhook, or gives it another address; what waits for it goes there. */
export const putWebhook: Verb<typeof webhookEndpoints.putWebhook> = async ({ ctx, input: { name, url } }) => {
  const problem = urlProblem(url)
  if (problem !== null) throw badRequest(problem, 'url')
  const db = database()
  const others = await db.webhook.count({ where: { name: { not: name } } })
  if (others >= WEBHOOKS_MAX)
    throw badRequest(`There are ${others} webhooks already. Delete one first.`, 'name')
  const createdAt = new Date(systemClock.now())
  await db.$transaction([
    db.webhook.upsert({ where: { name }, create: { name, url, createdAt }, update: { url } }),
    // The address stays out of the book: it may hold a secret.
    audited(ctx, 'PutWebhook', name),
  ])
  const stored = await find(name)
  events().publish('alarms')
  return view(stored)
}

export const testWebhook: Verb<typeof webhookEndpoints.testWebhook> = async ({ input: { name } }) => {
  const { url } = await find(name)
  const at = new Date(systemClock.now())
  const signal = new AbortController().signal
  return { failure: await send({ id: randomUUID(), body: testMessage(name, at), url, at, signal }) }
}

/** Refused while an alarm would tell it: what rings then would be told to nobody. */
export const deleteWebhook: Verb<typeof webhookEndpoints.deleteWebhook> = async ({
  ctx,
  input: { name },
}) => {
  await find(name)
  const db = database()
  const arn = webhookArn(name)
  const users = (await db.alarm.findMany()).filter((alarm) => {
    const { AlarmActions, OKActions, InsufficientDataActions } = definitionOf(alarm)
    return [...AlarmActions, ...OKActions, ...InsufficientDataActions].includes(arn)
  })
  if (users.length > 0) {
    const names = users.slice(0, 5).map((alarm) => alarm.name)
    throw conflict(
      `${users.length === 1 ? 'An alarm tells' : `${users.length} alarms tell`} this webhook: ${names.join(', ')}${users.length > 5 ? ' and more' : ''}. Take it out of their actions first.`,
    )
  }
  await db.$transaction([db.webhook.deleteMany({ where: { name } }), audited(ctx, 'DeleteWebhook', name)])
  events().publish('alarms')
  return null
}

async function find(name: string) {
  const webhook = await database().webhook.findUnique({
    where: { name },
    include: { deliveries: { select: { id: true } } },
  })
  if (!webhook) throw notFound(`There is no webhook ${name}.`, 'name')
  return webhook
}

type Row = Awaited<ReturnType<typeof find>>

const view = ({ name, url, createdAt, deliveries }: Row) => ({
  name,
  arn: webhookArn(name),
  origin: new URL(url).origin,
  createdAt: createdAt.toISOString(),
  waiting: deliveries.length,
})

function urlProblem(text: string): string | null {
  switch (webhookUrlProblem(text)) {
    case 'notUrl':
      return 'The address is not a URL. One looks like https://example.com/hooks/alarms.'
    case 'scheme':
      return `A webhook is reached by http or https, not by ${new URL(text).protocol.slice(0, -1)}.`
    case 'credentials':
      return 'The address holds a user or a password. Receivers check the signature of a message instead.'
    case null:
      return null
  }
}
