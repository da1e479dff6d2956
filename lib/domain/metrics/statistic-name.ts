import type { StatisticSet } from './series'

/** CloudWatch's statistics that are kept exactly at every level of storage. */
export const STATISTICS = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const
export type SimpleStatistic = (typeof STATISTICS)[number]

/** A percentile is written `p99` or `p99.9`. */
export type Statistic = { is: 'simple'; name: SimpleStatistic } | { is: 'percentile'; percent: number }

const PERCENTILE = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/

export const isSimpleStatistic = (name: string): name is SimpleStatistic =>
  STATISTICS.some((known) => known === name)

/** Null: none that is kept (trimmed means, interquartile means and the like need every single reading). */
export function parseStatistic(name: string): Statistic | null {
  if (isSimpleStatistic(name)) return { is: 'simple', name }
  const percent = PERCENTILE.exec(name)?.[1]
  return percent === undefined ? null : { is: 'percentile', percent: Number(percent) }
}

type Kept = StatisticSet & { percentiles?: Readonly<Record<number, number>> }

/** Undefined where a percentile was not asked of the store. */
export function statisticOf(statistic: Statistic, kept: Kept): number | undefined {
  if (statistic.is === 'percentile') return kept.percentiles?.[statistic.percent]
  switch (statistic.name) {
    case 'SampleCount':
      return kept.sampleCount
    case 'Average':
      return kept.sum / kept.sampleCount
    case 'Sum':
      return kept.sum
    case 'Minimum':
      return kept.minimum
    case 'Maximum':
      return kept.maximum
  }
}
