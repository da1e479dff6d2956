import type { WebhookDelivery } from '@/generated/prisma/client'
import type { BackgroundParts } from '../../background/background-work'
import { acted } from '../alarm-history'
import { send } from './send'
import { webhookArn } from './webhook-arn'

/** Before the second, third… attempt. After the last the message is given up, and the history of its alarm says so. */
const RETRY_AFTER_S = [5, 30, 120, 600, 1_800] as const
const AT_ONCE = 100

type Parts = Pick<BackgroundParts, 'database' | 'clock' | 'signal'>
type Due = WebhookDelivery & { webhook: { url: string } }

/**
 * Tells what is due. Each webhook has a lane of its own, in which messages keep their order, and the lane ends at its
 * first failure: an endpoint that hangs costs the others one round of five seconds at most, and only once in a while.
 */
export async function deliverWebhooks(parts: Parts): Promise<void> {
  const due = await parts.database.webhookDelivery.findMany({
    where: { nextAt: { lte: new Date(parts.clock.now()) } },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
    include: { webhook: { select: { url: true } } },
  })
  const lanes = new Map<string, Due[]>()
  for (const one of due) lanes.set(one.webhookName, [...(lanes.get(one.webhookName) ?? []), one])
  await Promise.all([...lanes.values()].map((lane) => runLane(parts, lane)))
}

async function runLane(parts: Parts, lane: readonly Due[]): Promise<void> {
  for (const one of lane) {
    if (parts.signal.aborted || !(await deliver(parts, one))) return
  }
}

async function deliver({ database, clock, signal }: Parts, one: Due): Promise<boolean> {
  const at = new Date(clock.now())
  const { id, body, region, alarmName } = one
  const failure = await send({ id, body, url: one.webhook.url, at, signal })
  // The process ends: the message waits for the next start, and this was no attempt.
  if (failure !== null && signal.aborted) return false
  const history = (error: string | null) =>
    acted({ region, alarmName, at: new Date(clock.now()) }, webhookArn(one.webhookName), error)
  const retryAfterS = RETRY_AFTER_S[one.attempts]
  if (failure === null || retryAfterS === undefined) {
    const error = failure === null ? null : `${failure} It was tried ${one.attempts + 1} times.`
    await database.$transaction([database.webhookDelivery.deleteMany({ where: { id } }), history(error)])
  } else {
    await database.webhookDelivery.updateMany({
      where: { id },
      data: { attempts: one.attempts + 1, nextAt: new Date(clock.now() + retryAfterS * 1000) },
    })
  }
  return failure === null
}
