import { lookAt } from '@/components/chart/series-look'
import { NO_POINTS, sumPoints } from '@/lib/browser/metrics/points'
import type { MetricUnit } from '@/lib/browser/metrics/units'
import { wantKey, type Want } from '@/lib/browser/metrics/want'
import type { HeldMetrics } from '@/lib/browser/queries/metrics'
import type { NamedContent } from './chart-figure'

/** A line by its name, and what is added up for it. */
export type PlainLine = { key: string; name: string; wants: readonly Want[] }

/** A chart of lines of one unit that are told apart by nothing but their names. */
export const plainContent = (
  unit: MetricUnit,
  lines: readonly PlainLine[],
  held: HeldMetrics,
): NamedContent => ({
  unit,
  window: held.window,
  stepMs: Math.max(held.stepMs, ...lines.flatMap(({ wants }) => wants.map(({ stepMs }) => stepMs))),
  isStacked: false,
  names: lines.map(({ name }) => name),
  series: lines.map(({ key, name, wants }, place) => ({
    key,
    name,
    look: lookAt(place),
    points: sumPoints(wants.map((want) => held.points.get(wantKey(want)) ?? NO_POINTS)),
  })),
})
