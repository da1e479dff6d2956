/**
 * A pause of healing: dead brokers of one cluster stay as they are, for a drill, or for somebody who looks into one
 * before it is started again. It belongs to no specification: nothing restarts for it, and it outlives Mosaik itself.
 */
export type HealingPause = { since: Date; /** Null: until somebody resumes. */ until: Date | null }

/** What a person forgets ends by itself. */
export const PAUSE_MINUTES = 60
export const PAUSE_MINUTES_MAX = 24 * 60
export const UNTIL_RESUMED = 'untilResumed'
export type PauseLength = number | typeof UNTIL_RESUMED

type Stored = { healingPausedAt: Date | null; healingPausedUntil: Date | null }

/** The pause that holds now; one whose end has come is none, whether or not it was cleared away. */
export function healingPause(
  { healingPausedAt: since, healingPausedUntil: until }: Stored,
  now: number,
): HealingPause | null {
  if (since === null || (until !== null && until.getTime() <= now)) return null
  return { since, until }
}

/** What a pause is stored as that is asked for now. Asked for again, it is the same pause with another end. */
export function pauseFor(stored: Stored, minutes: PauseLength, now: number): Stored {
  return {
    healingPausedAt: healingPause(stored, now)?.since ?? new Date(now),
    healingPausedUntil: minutes === UNTIL_RESUMED ? null : new Date(now + minutes * 60_000),
  }
}
