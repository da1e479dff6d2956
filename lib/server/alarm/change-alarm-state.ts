import type { Alarm } from '@/generated/prisma/client'
import type { AlarmState } from '@/lib/domain/alarm/alarm'
import { commit } from '../db'
import { database, events } from '../process'
import { stateChanged } from './alarm-history'
import { definitionOf, stateOf, type NewState } from './stored-alarm'
import { deliveries } from './webhook/queue'

/**
 * Stores a state with its history and what is to be told about it, in one transaction: an alarm that rang is told
 * also when Mosaik ends in the same second. Conditional on the state as it was read; whoever was first has told.
 */
export async function changeAlarmState(alarm: Alarm, next: NewState, at: Date): Promise<void> {
  const { region, name: alarmName } = alarm
  const isTransition = next.state !== stateOf(alarm)
  const from = { state: alarm.state, reason: alarm.stateReason, reasonData: alarm.stateReasonData }
  const db = database()
  const stored = await commit(db, [
    db.alarm.update({
      where: {
        region_name: { region, name: alarmName },
        state: alarm.state,
        configuredAt: alarm.configuredAt,
      },
      data: {
        state: next.state,
        stateReason: next.reason,
        stateReasonData: next.reasonData,
        stateUpdatedAt: at,
        ...(isTransition ? { stateTransitionedAt: at } : {}),
      },
    }),
    ...(isTransition ? [stateChanged({ region, alarmName, at }, from, next)] : []),
    ...(isTransition && alarm.actionsEnabled
      ? await deliveries(alarm, next, actionsFor(alarm, next.state), at)
      : []),
  ])
  if (stored) events().publish('alarms')
}

function actionsFor(alarm: Alarm, state: AlarmState): readonly string[] {
  const { AlarmActions, OKActions, InsufficientDataActions } = definitionOf(alarm)
  return { ALARM: AlarmActions, OK: OKActions, INSUFFICIENT_DATA: InsufficientDataActions }[state]
}
