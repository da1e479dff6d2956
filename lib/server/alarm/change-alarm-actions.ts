import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { audited } from '../audit'
import { systemClock } from '../clock'
import type { Context } from '../http/context'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { database, events } from '../process'
import { configured } from './alarm-history'
import { definitionOf } from './stored-alarm'

type Row = typeof cloudWatchOperations.EnableAlarmActions

export const enableAlarmActions: CloudWatchVerb<Row> = ({ ctx, input }) =>
  setActionsEnabled(ctx, input.AlarmNames, true)

export const disableAlarmActions: CloudWatchVerb<Row> = ({ ctx, input }) =>
  setActionsEnabled(ctx, input.AlarmNames, false)

/** Alarms that are not there, or are so already, are passed over, as on CloudWatch. */
async function setActionsEnabled(ctx: Context, names: readonly string[], actionsEnabled: boolean) {
  const { region } = ctx
  const db = database()
  const where = { region, name: { in: [...names] }, actionsEnabled: !actionsEnabled }
  const alarms = await db.alarm.findMany({ where })
  if (alarms.length === 0) return null
  const at = new Date(systemClock.now())
  await db.$transaction([
    db.alarm.updateMany({ where, data: { actionsEnabled, configuredAt: at } }),
    configured(
      'updated',
      alarms.map((alarm) => ({
        region,
        alarmName: alarm.name,
        at,
        alarm: { ...definitionOf(alarm), ActionsEnabled: actionsEnabled },
      })),
    ),
    ...alarms.map(({ arn }) =>
      audited(ctx, actionsEnabled ? 'EnableAlarmActions' : 'DisableAlarmActions', arn),
    ),
  ])
  events().publish('alarms')
  return null
}
