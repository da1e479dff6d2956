/** Files are stamped by the kernel's last tick, and a look may be a moment older than what it finds. */
const GRAIN_MS = 1_000

/**
 * When something was, as far as that can be told: a clock that was set back leaves times behind that are still to
 * come. Waiting for them would be waiting for nothing, so they count as `otherwise`.
 */
export const pastTime = (now: number, at: number, otherwise: number): number =>
  at > now + GRAIN_MS ? otherwise : at
