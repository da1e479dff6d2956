import { alarmDefinitionSchema } from '@/lib/contract/cloudwatch/alarms'
import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { INITIAL_REASON } from '@/lib/domain/alarm/reason'
import { audited } from '../audit'
import { systemClock } from '../clock'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { CloudWatchError, validationError } from '../http/cloudwatch/cloudwatch-error'
import { database, events } from '../process'
import { configured } from './alarm-history'
import { checkAlarm } from './check-alarm'
import { alarmArn, storedDefinition } from './stored-alarm'
import { checkActions } from './webhook/webhook-arn'

const ALARMS_MAX = 5_000

/** Creates an alarm, or overwrites what it watches: its state stays until it is evaluated. */
export const putMetricAlarm: CloudWatchVerb<typeof cloudWatchOperations.PutMetricAlarm> = async ({
  ctx,
  input,
}) => {
  const { AlarmName: name, ActionsEnabled: actionsEnabled, Tags = [] } = input
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(name))
    throw validationError('AlarmName must not contain ASCII control characters.')
  checkAlarm(input)
  const definition = alarmDefinitionSchema.parse(input)
  await checkActions([
    ...definition.AlarmActions,
    ...definition.OKActions,
    ...definition.InsufficientDataActions,
  ])
  const { region } = ctx
  const db = database()
  const at = new Date(systemClock.now())
  const arn = alarmArn(region, name)
  const [known, total] = await Promise.all([
    db.alarm.findUnique({ where: { region_name: { region, name } }, select: { name: true } }),
    db.alarm.count(),
  ])
  if (!known && total >= ALARMS_MAX)
    throw new CloudWatchError('LimitExceeded', `There are ${total} alarms already. Delete some first.`)
  const set = { ...storedDefinition(definition), actionsEnabled, configuredAt: at }
  await db.$transaction([
    db.alarm.upsert({
      where: { region_name: { region, name } },
      create: { region, name, arn, ...set, ...freshState(at) },
      update: set,
    }),
    // As on CloudWatch, tags are for new alarms: those of an alarm that exists are changed by TagResource.
    ...(known
      ? []
      : Tags.map(({ Key: key, Value: value }) =>
          db.tag.upsert({
            where: { resourceArn_key: { resourceArn: arn, key } },
            create: { resourceArn: arn, key, value },
            update: { value },
          }),
        )),
    configured(known ? 'updated' : 'created', [{ region, alarmName: name, at, alarm: definition }]),
    audited(ctx, 'PutMetricAlarm', arn),
  ])
  events().publish('alarms')
  return null
}

export const freshState = (at: Date) => ({
  state: 'INSUFFICIENT_DATA',
  stateReason: INITIAL_REASON,
  stateUpdatedAt: at,
  stateTransitionedAt: at,
})
