import type { Alarm } from '@/generated/prisma/client'
import { COMPARISONS } from '@/lib/domain/alarm/alarm'
import { stamp } from '@/lib/domain/alarm/reason'
import { environment } from '../../env'
import { definitionOf, type NewState } from '../stored-alarm'

/** What CloudWatch puts into the message of an SNS topic, so that receivers made for that understand it. */
export function alarmMessage(alarm: Alarm, next: NewState, at: Date): string {
  const definition = definitionOf(alarm)
  const { AlarmActions, OKActions, InsufficientDataActions, ...watched } = definition
  return JSON.stringify({
    AlarmName: alarm.name,
    AlarmDescription: definition.AlarmDescription ?? null,
    AWSAccountId: environment().account,
    AlarmConfigurationUpdatedTimestamp: stamp(alarm.configuredAt.getTime()),
    NewStateValue: next.state,
    NewStateReason: next.reason,
    StateChangeTime: stamp(at.getTime()),
    Region: alarm.region,
    AlarmArn: alarm.arn,
    OldStateValue: alarm.state,
    OKActions,
    AlarmActions,
    InsufficientDataActions,
    Trigger: { ...watched, TreatMissingData: definition.TreatMissingData ?? 'missing' },
  })
}

/** One that shows a receiver what to expect. */
export const testMessage = (webhook: string, at: Date): string =>
  JSON.stringify({
    AlarmName: 'Test of a webhook',
    AlarmDescription: `Mosaik was asked to try the webhook ${webhook}. Nothing is wrong.`,
    AWSAccountId: environment().account,
    NewStateValue: 'OK',
    NewStateReason: `A test. An alarm says here why, for instance that a value was ${COMPARISONS.GreaterThanThreshold} the threshold.`,
    StateChangeTime: stamp(at.getTime()),
    OldStateValue: 'INSUFFICIENT_DATA',
  })
