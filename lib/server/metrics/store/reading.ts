import { LEVELS, levelFor, type LevelIndex } from '@/lib/domain/metrics/retention'
import { grouped } from '@/lib/domain/metrics/grouped'
import { percentile } from '@/lib/domain/metrics/percentile'
import { added, fuller } from '@/lib/domain/metrics/roll-up'
import type { Bucket, StatisticSet } from '@/lib/domain/metrics/series'
import { inPeriods, periodStart } from '@/lib/domain/metrics/statistics'
import type { ChunkTable, StoredSeries } from './chunk-table'
import type { ReadBucket, SeriesQuery } from './metric-store'

/** Where the buckets of one series are. */
export type Source = {
  chunks: ChunkTable
  /** Null for a series of which nothing is in the file yet. */
  stored: StoredSeries | null
  /** What is in memory only, in the order of time. */
  pending: readonly Bucket[]
  rolledUntil: number
}

export function readBuckets(source: Source, query: Omit<SeriesQuery, 'series'>): readonly ReadBucket[] {
  const { periodMs, percentiles } = query
  const [from, to] = [alignedUp(query.from, periodMs), alignedUp(query.to, periodMs)]
  if (from >= to) return []
  const level = levelFor(periodMs)
  const buckets = inPeriods(bucketsAt(source, level, from, to), periodMs)
  if (!percentiles || percentiles.length === 0) return buckets
  const points = pointsByBucket(source, level, { from, to, periodMs }, buckets)
  return buckets.map((bucket) => {
    const own = points.get(bucket.at) ?? [bucket]
    const found = percentiles.map((share) => [share, percentile(own, share) ?? Number.NaN])
    return { ...bucket, percentiles: Object.fromEntries(found) }
  })
}

/** What is stored at this level, and where that ends, or something came late, what the level below says. */
function bucketsAt(source: Source, level: LevelIndex, from: number, to: number): readonly Bucket[] {
  const kept = source.stored ? source.chunks.read(source.stored, level, from, to) : []
  const below = ([null, 0, 1, 2] as const)[level]
  if (below === null) {
    return added(
      kept,
      source.pending.filter(({ at }) => at >= from && at < to),
    )
  }
  const { periodMs } = LEVELS[level]
  const newest = Math.min(source.rolledUntil, source.pending[0]?.at ?? Infinity)
  const begin = Math.max(from, periodStart(newest, periodMs))
  if (begin >= to) return kept
  return fuller(kept, inPeriods(bucketsAt(source, below, begin, to), periodMs))
}

/** The finest points of which all are still there. */
function pointsByBucket(
  source: Source,
  coarsest: LevelIndex,
  { from, to, periodMs }: { from: number; to: number; periodMs: number },
  buckets: readonly Bucket[],
): ReadonlyMap<number, readonly StatisticSet[]> {
  const found = new Map<number, readonly StatisticSet[]>()
  for (const level of ([0, 1, 2, 3] as const).filter((each) => each <= coarsest)) {
    if (found.size === buckets.length) break
    const groups = grouped(bucketsAt(source, level, from, to), ({ at }) => periodStart(at, periodMs))
    for (const { at, sampleCount } of buckets) {
      const points = groups.get(at) ?? []
      if (!found.has(at) && countIn(points) === sampleCount) found.set(at, points)
    }
  }
  return found
}

const countIn = (points: readonly StatisticSet[]): number =>
  points.reduce((sum, { sampleCount }) => sum + sampleCount, 0)

const alignedUp = (at: number, periodMs: number): number => Math.ceil(at / periodMs) * periodMs
