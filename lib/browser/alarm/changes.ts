import type { Alarm } from './wire'

/** Which alarms began to ring and which stopped, between two looks at those that ring. */
export function ringingChanges(
  before: readonly Pick<Alarm, 'AlarmName' | 'StateTransitionedTimestamp'>[],
  now: readonly Pick<Alarm, 'AlarmName' | 'StateTransitionedTimestamp'>[],
): { began: readonly string[]; ended: readonly string[] } {
  const since = (all: typeof before) =>
    new Map(all.map((alarm) => [alarm.AlarmName, alarm.StateTransitionedTimestamp]))
  const [then, today] = [since(before), since(now)]
  return {
    // One that stopped and rang again between two looks rings anew.
    began: now.flatMap(({ AlarmName: name, StateTransitionedTimestamp: at }) =>
      then.get(name) === at ? [] : [name],
    ),
    ended: before.flatMap(({ AlarmName: name }) => (today.has(name) ? [] : [name])),
  }
}
