import { DIMENSION_NAMES, seriesKey, type Series } from '@/lib/domain/metrics/series'
import type { Known } from './known-series'
import type { KnownSeries, SeriesFilter } from './metric-store'
import type { SeriesTable } from './series-table'

/** Where the names of series are. */
export type Names = {
  table: SeriesTable
  /** When the stored series with this number last had a reading in this process. */
  lastTimes: ReadonlyMap<number, number>
  /** Of which something is in memory, and which have no number yet: they may be in the file or not. */
  unnumbered: readonly Known[]
}

/** A list writes nothing: it is there too while nothing can be stored. */
export function listSeries(
  { table, lastTimes, unnumbered }: Names,
  filter: SeriesFilter,
): readonly KnownSeries[] {
  const fresh = new Map(
    unnumbered
      .filter(({ series }) => fits(series, filter))
      .map(({ series, lastAt }) => [seriesKey(series), { ...series, lastAt }]),
  )
  const stored = table.list(filter).map(({ id, ...series }) => {
    const key = fresh.size === 0 ? null : seriesKey(series)
    const freshAt = key === null ? 0 : (fresh.get(key)?.lastAt ?? 0)
    if (key !== null) fresh.delete(key)
    return { ...series, lastAt: Math.max(series.lastAt, lastTimes.get(id) ?? 0, freshAt) }
  })
  return [...stored, ...fresh.values()]
}

const fits = (series: Series, { region, metric = series.metric, dimensions = {} }: SeriesFilter): boolean =>
  series.region === region &&
  series.metric === metric &&
  DIMENSION_NAMES.every(
    (name) => dimensions[name] === undefined || dimensions[name] === series.dimensions[name],
  )
