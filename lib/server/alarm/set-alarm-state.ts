import type { cloudWatchOperations } from '@/lib/contract/cloudwatch/operations'
import { systemClock } from '../clock'
import { invalidValue } from '../http/cloudwatch/cloudwatch-error'
import type { CloudWatchVerb } from '../http/cloudwatch/cloudwatch-verb'
import { changeAlarmState } from './change-alarm-state'
import { findAlarm } from './find-alarm'

/** For trying an alarm and its actions: the state lasts until the alarm is evaluated again. */
export const setAlarmState: CloudWatchVerb<typeof cloudWatchOperations.SetAlarmState> = async ({
  ctx,
  input,
}) => {
  const { AlarmName, StateValue: state, StateReason: reason, StateReasonData: reasonData = null } = input
  if (reasonData !== null && !isJson(reasonData))
    throw invalidValue('The parameter StateReasonData must be JSON.')
  const alarm = await findAlarm(ctx.region, AlarmName)
  await changeAlarmState(alarm, { state, reason, reasonData }, new Date(systemClock.now()))
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
