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

export type StoreHealth = {
  series: number
  points: number
  bytes: number
  /** Readings that are not in the file yet. */
  queued: number
  dropped: number
  lastWriteAt: number | null
  lastError: string | null
}
