import type { LevelIndex } from './retention'

/** What the chunks of one cluster that begin at one time take at one level. */
export type Taken = { cluster: number; level: LevelIndex; start: number; points: number; bytes: number }

/**
 * What has to go so that a cluster takes no more than its share: always the oldest of the level that takes the most,
 * so that all levels grow shorter together. The ten-second points stay: they are few, and all others are made of them.
 */
export function beyondCap(taken: readonly Taken[], bytesMax: number): readonly Taken[] {
  let excess = bytesIn(taken) - bytesMax
  if (excess <= 0) return []
  const levels = [1, 2, 3].map((level) =>
    taken.filter((each) => each.level === level).toSorted((one, other) => one.start - other.start),
  )
  const gone: Taken[] = []
  while (excess > 0) {
    // The newest chunk of a level is the one that is being written.
    const largest = levels
      .filter(({ length }) => length > 1)
      .toSorted((one, other) => bytesIn(other) - bytesIn(one))[0]
    const oldest = largest?.shift()
    if (!oldest) break
    gone.push(oldest)
    excess -= oldest.bytes
  }
  return gone
}

const bytesIn = (taken: readonly Taken[]): number => taken.reduce((sum, { bytes }) => sum + bytes, 0)
