import { DIMENSION_NAMES, type Dimensions } from '@/lib/domain/metrics/series'

/** One series as a page wants it: of which the statistic, in periods of so many milliseconds. */
export type Want = { metric: string; dimensions: Dimensions; statistic: string; stepMs: number }

/** Each once: a figure and a chart may want the same. */
export const uniqueWants = (wants: readonly Want[]): readonly Want[] => [
  ...new Map(wants.map((want) => [wantKey(want), want])).values(),
]

export const wantKey = ({ metric, dimensions, statistic, stepMs }: Want): string =>
  [metric, statistic, stepMs, ...DIMENSION_NAMES.map((name) => dimensions[name] ?? '')].join('\u0000')
