import type { Prisma } from '@/generated/prisma/client'
import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { CloudWatchError } from '../http/cloudwatch/cloudwatch-error'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { database, events } from '../process'
import { configured } from './alarm-history'
import { definitionOf } from './stored-alarm'

/** All of them or none, as on CloudWatch. */
export const deleteAlarms: CloudWatchVerb<typeof cloudWatchOperations.DeleteAlarms> = async ({
  ctx,
  input,
}) => {
  const names = [...new Set(input.AlarmNames)]
  const where = { region: ctx.region, name: { in: names } }
  const found = await database().alarm.findMany({ where, select: { name: true } })
  const unknown = names.filter((name) => !found.some((alarm) => alarm.name === name))
  if (unknown.length > 0)
    throw new CloudWatchError('ResourceNotFound', `Unknown alarms: ${unknown.join(', ')}.`)
  const audits = names.map((name) => audited(ctx, 'DeleteAlarms', name))
  await database().$transaction([...(await removeAlarms(where)), ...audits])
  events().publish('alarms')
  return null
}

/** Statements, for the transaction in which something else goes too. The history stays. */
export async function removeAlarms(where: Prisma.AlarmWhereInput): Promise<Prisma.PrismaPromise<unknown>[]> {
  const db = database()
  const at = new Date(systemClock.now())
  const alarms = await db.alarm.findMany({ where })
  return [
    db.alarm.deleteMany({ where }),
    db.tag.deleteMany({ where: { resourceArn: { in: alarms.map(({ arn }) => arn) } } }),
    configured(
      'deleted',
      alarms.map((alarm) => ({
        region: alarm.region,
        alarmName: alarm.name,
        at,
        alarm: definitionOf(alarm),
      })),
    ),
  ]
}
