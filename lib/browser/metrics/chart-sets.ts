import { CHARTS_MAX, type SavedChart } from '@/lib/domain/metrics/chart-set'

/** A chart of the same title is the same chart, and keeps its place. Null: there is no room for one more. */
export function withChart(charts: readonly SavedChart[], chart: SavedChart): SavedChart[] | null {
  const place = charts.findIndex(({ title }) => title === chart.title)
  if (place >= 0) return charts.toSpliced(place, 1, chart)
  return charts.length >= CHARTS_MAX ? null : [...charts, chart]
}

/** With one chart a place earlier. */
export function movedEarlier(charts: readonly SavedChart[], place: number): SavedChart[] {
  const [before, moved] = [charts[place - 1], charts[place]]
  return before === undefined || moved === undefined
    ? [...charts]
    : charts.toSpliced(place - 1, 2, moved, before)
}
