import { alarmEvents } from './history'
import type { HistoryItem } from './wire'

/** One time that an alarm rang; `to` is null while it still does. */
export type AlarmRing = { name: string; from: number; to: number | null }

/** From the changes of state of several alarms, newest first. One that began before what was read begins nowhere. */
export function ringsOf(items: readonly HistoryItem[]): readonly AlarmRing[] {
  const rings: AlarmRing[] = []
  const ends = new Map<string, number>()
  for (const [place, event] of alarmEvents(items).entries()) {
    const name = items[place]?.AlarmName
    if (event.is !== 'state' || name === undefined) continue
    if (event.to === 'ALARM') rings.push({ name, from: event.at, to: ends.get(name) ?? null })
    ends.set(name, event.at)
  }
  return rings
}
