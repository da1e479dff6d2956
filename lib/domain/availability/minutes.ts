/**
 * What Mosaik's own client met in one minute, for writing and for reading apart: how often it tried, and how often it
 * tried in vain. An hour of them is kept packed, four bytes a minute.
 */
export const DIRECTIONS = ['write', 'read'] as const
export type Direction = (typeof DIRECTIONS)[number]

export type Tally = { attempts: number; failed: number }
export type Minute = Readonly<Record<Direction, Tally>>
export type Attempt = Readonly<Record<Direction, boolean>>

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const HOUR_MINUTES = 60

const MINUTE_BYTES = 4
const COUNT_MAX = 255

export const EMPTY_MINUTE: Minute = {
  write: { attempts: 0, failed: 0 },
  read: { attempts: 0, failed: 0 },
}

export const emptyHour = (): Uint8Array => new Uint8Array(HOUR_MINUTES * MINUTE_BYTES)

/** Counts one attempt in an hour's bytes, in place. A minute never counts further than a byte. */
export function countAttempt(hour: Uint8Array, minute: number, attempt: Attempt): void {
  DIRECTIONS.forEach((direction, place) => {
    const at = minute * MINUTE_BYTES + 2 * place
    const attempts = hour[at] ?? COUNT_MAX
    if (attempts >= COUNT_MAX) return
    hour[at] = attempts + 1
    if (!attempt[direction]) hour[at + 1] = (hour[at + 1] ?? 0) + 1
  })
}

/** Bytes of another length (a damaged row) are read as far as they go. */
export function minuteOf(hour: Uint8Array, minute: number): Minute {
  const at = minute * MINUTE_BYTES
  return {
    write: { attempts: hour[at] ?? 0, failed: hour[at + 1] ?? 0 },
    read: { attempts: hour[at + 2] ?? 0, failed: hour[at + 3] ?? 0 },
  }
}

/**
 * `down`: every attempt of the minute was in vain, which is when MSK's agreement counts a minute as unavailable.
 * `disturbed`: some were. `unmeasured`: there were too few to say anything (the cluster was off, or Mosaik was).
 */
export const MINUTE_STATES = ['unmeasured', 'up', 'disturbed', 'down'] as const
export type MinuteState = (typeof MINUTE_STATES)[number]

/** Of some thirty in a whole minute. */
export const ATTEMPTS_LEAST = 5

export function minuteState({ attempts, failed }: Tally): MinuteState {
  if (attempts < ATTEMPTS_LEAST) return 'unmeasured'
  if (failed >= attempts) return 'down'
  return failed > 0 ? 'disturbed' : 'up'
}
