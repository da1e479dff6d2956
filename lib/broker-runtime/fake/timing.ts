/** How long things take in the fake world, milliseconds. */
export type FakeTiming = {
  /** From start until the node answers: a base and the spread added to it. */
  bootMs: number
  bootSpreadMs: number
  /** Log recovery after an unclean end, added to the boot. */
  recoveryMs: number
  electionMs: number
  /** From answering, with a quorum there, until unfenced. */
  registerMs: number
  /** A broker not heard of for this long is fenced. */
  sessionMs: number
  /**
   * From unfenced until back in the ISR of a partition, and the spread added to it; four times as long after a lost
   * directory.
   */
  catchUpMs: number
  catchUpSpreadMs: number
  stopMs: number
  prepareReleaseMs: number
}

/** Like bare JVMs of a small cluster on a laptop. */
export const LAPTOP_TIMING: FakeTiming = {
  bootMs: 2_500,
  bootSpreadMs: 1_500,
  recoveryMs: 1_500,
  electionMs: 600,
  registerMs: 700,
  sessionMs: 3_000,
  catchUpMs: 700,
  catchUpSpreadMs: 600,
  stopMs: 1_200,
  prepareReleaseMs: 2_000,
}

/** A number in [0, 1) that depends on its inputs alone: the same world runs the same way twice. */
export function spread(...parts: readonly (string | number)[]): number {
  let hash = 2_166_136_261
  for (const character of parts.join('/')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 2_246_822_519)
  hash ^= hash >>> 13
  return (hash >>> 0) / 4_294_967_296
}
