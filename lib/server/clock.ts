/** The time, as a value: whoever decides by time is given one, so that tests need not sleep. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds that only grow, also when someone sets the wall clock. For durations. */
  monotonicMs(): number
}

export const systemClock: Clock = { now: () => Date.now(), monotonicMs: () => performance.now() }
