import type { Clock } from '../../clock'

const STEP_MS = 60_000
const STEADY_MS = 600_000

/**
 * A clock that was just set may be wrong, and what is forgotten by it is gone. So nothing is forgotten until it has
 * run for ten minutes beside the one that nobody sets.
 */
export class SteadyClock {
  readonly #clock: Clock
  #offset: number
  #sinceMs: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#offset = clock.now() - clock.monotonicMs()
    this.#sinceMs = clock.monotonicMs()
  }

  /** To be asked more often than it takes to become steady. */
  isSteady(): boolean {
    const nowMs = this.#clock.monotonicMs()
    const offset = this.#clock.now() - nowMs
    if (Math.abs(offset - this.#offset) > STEP_MS) {
      this.#offset = offset
      this.#sinceMs = nowMs
    }
    return nowMs - this.#sinceMs >= STEADY_MS
  }
}
