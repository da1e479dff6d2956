import type { KeptMinute } from './figures'
import { DIRECTIONS, MINUTE_MS, minuteState, type Direction } from './minutes'

/** Minutes in a row in which something failed. `until` is the end of the last of them. */
export type Outage = { from: number; until: number } & Readonly<
  Record<Direction, { down: number; disturbed: number; failed: number }>
>

const isTroubled = (minute: KeptMinute): boolean =>
  DIRECTIONS.some((direction) => ['down', 'disturbed'].includes(minuteState(minute[direction])))

/** A single good minute between two bad ones does not make two outages of one. */
const JOINED_MS = 2 * MINUTE_MS

/** Newest first. The minutes are in order. */
export function outagesOf(minutes: readonly KeptMinute[]): readonly Outage[] {
  const groups: KeptMinute[][] = []
  for (const minute of minutes) {
    if (!isTroubled(minute)) continue
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before !== undefined && minute.at - before.at <= JOINED_MS) last.push(minute)
    else groups.push([minute])
  }
  return groups.map(outageOf).toReversed()
}

function outageOf(minutes: readonly KeptMinute[]): Outage {
  const sums = (direction: Direction) => {
    const states = minutes.map((minute) => minuteState(minute[direction]))
    return {
      down: states.filter((state) => state === 'down').length,
      disturbed: states.filter((state) => state === 'disturbed').length,
      failed: minutes.reduce((sum, minute) => sum + minute[direction].failed, 0),
    }
  }
  const from = minutes[0]?.at ?? 0
  return {
    from,
    until: (minutes.at(-1)?.at ?? from) + MINUTE_MS,
    write: sums('write'),
    read: sums('read'),
  }
}

/** Something that happened meanwhile; `until` null: it lasts. */
export type Span = { from: number; until: number | null }

/**
 * What may have cost these minutes: whatever went on while they passed. A fault is found some seconds after it was felt,
 * and what it did to clients may outlast it as long.
 */
export const causesOf = <Cause extends Span>(
  { from, until }: Pick<Outage, 'from' | 'until'>,
  spans: readonly Cause[],
): readonly Cause[] =>
  spans.filter((span) => span.from < until + FOUND_LATE_MS && (span.until ?? Infinity) > from - FOUND_LATE_MS)

const FOUND_LATE_MS = 30_000
