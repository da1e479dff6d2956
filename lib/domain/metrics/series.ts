/** CloudWatch's own names, spaces included, in the order in which a series is spelled. */
export const DIMENSION_NAMES = [
  'Cluster Name',
  'Broker ID',
  'Client Authentication',
  'Consumer Group',
  'Topic',
  'Partition',
] as const
export type DimensionName = (typeof DIMENSION_NAMES)[number]
export type Dimensions = Readonly<Partial<Record<DimensionName, string>>>

/**
 * As in CloudWatch: a series is its metric and its exact set of dimensions, and a region is a namespace of its own. A
 * re-created cluster of the same name goes on with its series.
 */
export type Series = { region: string; metric: string; dimensions: Dimensions }

/** The same text for the same series, whatever the order in which its dimensions were set. */
export const seriesKey = ({ region, metric, dimensions }: Series): string =>
  JSON.stringify([region, metric, ...DIMENSION_NAMES.map((name) => dimensions[name] ?? null)])

/** Enough for Average, Sum, Minimum, Maximum and SampleCount to be exact at every level. */
export type StatisticSet = { minimum: number; maximum: number; sum: number; sampleCount: number }

/** What was read at one instant, milliseconds; it counts for the ten seconds it falls into. */
export type Reading = { series: Series; at: number; value: number }

/** What is known of one period. `at` is its start, milliseconds. */
export type Bucket = StatisticSet & { at: number }
