import { percentile } from '@/lib/domain/metrics/percentile'
import { seriesKey, type Bucket, type Reading, type Series } from '@/lib/domain/metrics/series'
import { inPeriods, ofValue, periodStart, together } from '@/lib/domain/metrics/statistics'
import type { Clock } from '../../clock'
import type { KnownSeries, MetricStore, ReadBucket, SeriesFilter, SeriesQuery } from './metric-store'

const STEP_MS = 10_000
const KEPT_MS = 3 * 3_600_000

type Held = { series: Series; points: Map<number, Bucket> }

/** Three hours of points, for as long as the process lives. */
export function openMemoryStore(clock: Clock): MetricStore {
  const held = new Map<string, Held>()
  let lastWriteAt: number | null = null

  const add = ({ series, at, value }: Reading): void => {
    const key = seriesKey(series)
    const found = held.get(key) ?? { series, points: new Map<number, Bucket>() }
    held.set(key, found)
    const step = periodStart(at, STEP_MS)
    const before = found.points.get(step)
    const added = ofValue(value)
    found.points.set(step, { at: step, ...(before ? together(before, added) : added) })
    for (const old of found.points.keys()) {
      if (old >= clock.now() - KEPT_MS) break
      found.points.delete(old)
    }
  }

  const pointsOf = ({ series, from, to, periodMs }: SeriesQuery): readonly Bucket[] =>
    [...(held.get(seriesKey(series))?.points.values() ?? [])]
      .filter(({ at }) => periodStart(at, periodMs) >= from && periodStart(at, periodMs) < to)
      .toSorted((one, other) => one.at - other.at)

  return {
    put(readings) {
      readings.forEach(add)
      lastWriteAt = clock.now()
    },
    list: async (filter) => [...held.values()].flatMap((one) => knownSeries(one, filter, clock.now())),
    read: async (queries) => queries.map((query) => readBuckets(pointsOf(query), query)),
    health: async () => {
      const points = [...held.values()].reduce((sum, one) => sum + one.points.size, 0)
      return { series: held.size, points, bytes: 0, queued: 0, dropped: 0, lastWriteAt, lastError: null }
    },
    close: async () => held.clear(),
  }
}

function knownSeries({ series, points }: Held, filter: SeriesFilter, now: number): KnownSeries[] {
  const lastAt = Math.max(...points.keys())
  const isWanted =
    series.region === filter.region &&
    series.metric === (filter.metric ?? series.metric) &&
    Object.entries(filter.dimensions ?? {}).every(([name, value]) =>
      Object.entries(series.dimensions).some(([own, given]) => own === name && given === value),
    ) &&
    lastAt >= now - (filter.recentlyActiveMs ?? Infinity)
  return isWanted ? [{ ...series, lastAt }] : []
}

const readBuckets = (points: readonly Bucket[], { periodMs, percentiles }: SeriesQuery): ReadBucket[] =>
  inPeriods(points, periodMs).map((bucket) => {
    if (!percentiles) return bucket
    const within = points.filter(({ at }) => periodStart(at, periodMs) === bucket.at)
    const found = percentiles.map((share) => [share, percentile(within, share) ?? Number.NaN])
    return { ...bucket, percentiles: Object.fromEntries(found) }
  })
