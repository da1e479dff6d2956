import { randomUUID } from 'node:crypto'
import type { Alarm, Prisma } from '@/generated/prisma/client'
import { database } from '../../process'
import { acted } from '../alarm-history'
import type { NewState } from '../stored-alarm'
import { alarmMessage } from './message'
import { webhookNameOf } from './webhook-arn'

/** So many messages may wait for one webhook. An endpoint that is away for a night of flapping loses the rest. */
const WAITING_MAX = 500

/** What is to be told about a transition, as statements for the transaction in which it is stored. */
export async function deliveries(
  alarm: Alarm,
  next: NewState,
  actions: readonly string[],
  at: Date,
): Promise<Prisma.PrismaPromise<unknown>[]> {
  const of = { region: alarm.region, alarmName: alarm.name, at }
  const webhooks = await database().webhook.findMany({
    where: { name: { in: actions.flatMap((action) => webhookNameOf(action) ?? []) } },
    select: { name: true, deliveries: { select: { id: true } } },
  })
  return actions.map((action) => {
    const webhook = webhooks.find(({ name }) => name === webhookNameOf(action))
    if (!webhook) return acted(of, action, 'The webhook does not exist any more.')
    if (webhook.deliveries.length >= WAITING_MAX)
      return acted(of, action, `${WAITING_MAX} messages wait for this webhook already.`)
    return database().webhookDelivery.create({
      data: {
        id: randomUUID(),
        webhookName: webhook.name,
        region: alarm.region,
        alarmName: alarm.name,
        body: alarmMessage(alarm, next, at),
        nextAt: at,
        createdAt: at,
      },
    })
  })
}
