import { z } from 'zod'
import { DIMENSION_NAMES } from './series'
import { parseStatistic } from './statistic-name'

/** Charts that somebody put together, kept under a name for everybody who looks at the cluster. */

export const LINES_MAX = 20
export const CHARTS_MAX = 30
export const CHART_SETS_MAX = 50
const NAME_MAX = 64
const TITLE_MAX = 100
const EXPRESSION_MAX = 2048

/** Stands for every value of a dimension: a line for each. */
export const EACH = '*'

const metricLineSchema = z.object({
  is: z.literal('metric'),
  metric: z.string().min(1).max(255),
  /** Besides the cluster's name, which is that of the cluster it is kept for. */
  of: z.partialRecord(z.enum(DIMENSION_NAMES), z.string().max(1024)),
  statistic: z.string().refine((name) => parseStatistic(name) !== null),
})
const expressionLineSchema = z.object({
  is: z.literal('expression'),
  expression: z.string().max(EXPRESSION_MAX),
  label: z.string().max(TITLE_MAX),
})
export const chartLineSchema = z.discriminatedUnion('is', [metricLineSchema, expressionLineSchema])
export type ChartLine = z.infer<typeof chartLineSchema>
export type MetricLine = z.infer<typeof metricLineSchema>

export const chartLinesSchema = z.array(chartLineSchema).max(LINES_MAX)

export const savedChartSchema = z.object({
  title: z.string().trim().min(1).max(TITLE_MAX),
  lines: chartLinesSchema.min(1),
  /** Null: what fits the time that is looked at. */
  periodS: z.number().int().positive().nullable().default(null),
})
export type SavedChart = z.infer<typeof savedChartSchema>

export const savedChartsSchema = z.array(savedChartSchema).max(CHARTS_MAX)

export type NameProblem = 'missing' | 'long' | 'characters'

/** A name people say to each other, which also stands in an address. */
export function chartSetNameProblem(name: string): NameProblem | null {
  if (name.trim() === '') return 'missing'
  if (name.length > NAME_MAX) return 'long'
  // Control characters and spaces at the ends are what nobody sees.
  return /[\p{C}/\\]/u.test(name) || name !== name.trim() ? 'characters' : null
}

export const chartTitleProblem = (title: string): NameProblem | null =>
  title.trim() === '' ? 'missing' : title.length > TITLE_MAX ? 'long' : null

/** Under this id an expression names a line; its place among the lines, from one. */
export const lineId = (place: number): string => `m${place + 1}`
