import type { Bucket, Dimensions, Reading, Series } from '@/lib/domain/metrics/series'

/** All metrics of all clusters, as CloudWatch keeps them. */
export interface MetricStore {
  /** Never waits and never throws: what finds no room displaces the oldest that waits, which is counted and told. */
  put(readings: readonly Reading[]): void
  list(filter: SeriesFilter): Promise<readonly KnownSeries[]>
  /** One list of buckets per query, in the order of time. A period without readings has no bucket. */
  read(queries: readonly SeriesQuery[]): Promise<readonly (readonly ReadBucket[])[]>
  health(): Promise<StoreHealth>
  /** Everything put before is kept when this returns. */
  close(): Promise<void>
}

export type SeriesFilter = {
  region: string
  metric?: string
  /** Those a series must have; it may have more. */
  dimensions?: Dimensions
  /** Only series that had a reading within this time. */
  recentlyActiveMs?: number
}
export type KnownSeries = Series & { lastAt: number }

export type SeriesQuery = {
  series: Series
  /** [from, to), milliseconds; a period counts if its start is in there. */
  from: number
  to: number
  /** A multiple of ten seconds. Periods begin at its multiples since the epoch, in UTC. */
  periodMs: number
  /** 0 to 100. Over the points that are stored for the period, by nearest rank. */
  percentiles?: readonly number[]
}
export type ReadBucket = Bucket & { percentiles?: Readonly<Record<number, number>> }

/** Why nothing can be written at the moment; readings wait in memory, and it goes on by itself. */
export type StoreTrouble = 'locked' | 'full' | 'failed'

export type StoreHealth = {
  series: number
  /** Stored points of all levels. */
  points: number
  /** What the file takes. */
  bytes: number
  /** Readings that are not in the file yet. */
  queued: number
  /** Readings that were lost for want of room, since the process began. */
  dropped: number
  /** Readings of times too far from now, since the process began. */
  refused: number
  lastWriteAt: number | null
  trouble: StoreTrouble | null
  lastError: string | null
  /** Clusters whose history is shorter than its age allows, because they reached the cap. */
  shortened: readonly { region: string; cluster: string; periodMs: number; keptSince: number }[]
  /** Files that were damaged and are kept for a person to look at. */
  setAside: readonly string[]
}
