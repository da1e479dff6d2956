const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** One of CloudWatch's resolutions, and for how long it keeps it. `spanMs` is what one stored chunk covers. */
export type Level = { periodMs: number; keptMs: number; spanMs: number }

/** The finest first. Each period and each span is a multiple of the one before. */
export const LEVELS = [
  { periodMs: 10_000, keptMs: 3 * HOUR_MS, spanMs: 10 * MINUTE_MS },
  { periodMs: MINUTE_MS, keptMs: 15 * DAY_MS, spanMs: HOUR_MS },
  { periodMs: 5 * MINUTE_MS, keptMs: 63 * DAY_MS, spanMs: 4 * HOUR_MS },
  { periodMs: HOUR_MS, keptMs: 455 * DAY_MS, spanMs: 2 * DAY_MS },
] as const satisfies readonly Level[]

/** Where a level stands in `LEVELS`. */
export type LevelIndex = 0 | 1 | 2 | 3
export const LEVEL_INDEXES = [0, 1, 2, 3] as const satisfies readonly LevelIndex[]

/** The coarsest level from which buckets of this period can be made exactly. */
export const levelFor = (periodMs: number): LevelIndex =>
  LEVEL_INDEXES.toReversed().find((index) => periodMs % LEVELS[index].periodMs === 0) ?? 0

/** A chunk is forgotten when all of it is older than what its level keeps. */
export const isExpired = (level: LevelIndex, start: number, now: number): boolean =>
  start + LEVELS[level].spanMs <= now - LEVELS[level].keptMs
