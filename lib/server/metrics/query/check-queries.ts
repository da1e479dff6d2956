import type { MetricDataQuery } from '@/lib/contract/cloudwatch/metrics'
import { NAMESPACE } from '@/lib/contract/cloudwatch/wire'
import { evaluateQueries, type MathQuery } from '@/lib/domain/metrics/expression/queries'
import { parseExpression } from '@/lib/domain/metrics/expression/parse'
import type { Dimensions } from '@/lib/domain/metrics/series'
import { parseStatistic, type Statistic } from '@/lib/domain/metrics/statistic-name'
import { unitOf } from '@/lib/domain/metrics/unit-of'
import { isPeriod, periodMsOf } from '@/lib/domain/metrics/window'
import { invalidCombination, validationError } from '../../http/cloudwatch/cloudwatch-error'
import { knownDimensions } from './dimensions'

/** A query that makes sense, whether or not there is data for it. */
export type CheckedQuery = MathQuery & {
  label: string | null
  isReturned: boolean
  metric: CheckedMetric | null
}
export type CheckedMetric = {
  name: string
  /** Null: a namespace, a unit or a dimension that nothing here has, so there is no data, as on CloudWatch. */
  dimensions: Dimensions | null
  statistic: Statistic
  stat: string
  periodMs: number
}

/**
 * What GetMetricData and alarms read is refused in the same words. `of` is the member's name in the request; a graph
 * takes arrays of series, an alarm watches one.
 */
export function checkQueries(
  queries: readonly MetricDataQuery[],
  of: string,
  yields: 'one' | 'any' = 'any',
): readonly CheckedQuery[] {
  const checked = queries.map((query, index) => checkQuery(query, `${of}.member.${index + 1}`))
  if (new Set(checked.map(({ id }) => id)).size < checked.length)
    throw validationError(`The values for parameter id in ${of} are not unique.`)
  // Without data this finds whatever an expression says that makes no sense: undefined ids, circles, wrong kinds.
  const results = evaluateQueries(checked, () => new Map())
  const wrong = results.find((result) => result.problem !== null)
  if (wrong) throw validationError(`Error in expression '${wrong.id}': ${wrong.problem}`)
  const many = yields === 'one' ? results.find(({ isArray }) => isArray) : undefined
  if (many)
    throw validationError(
      `Error in expression '${many.id}': It yields an array, and an alarm watches one series. Put it into SUM, AVG, MIN or MAX.`,
    )
  return checked
}

function checkQuery(query: MetricDataQuery, member: string): CheckedQuery {
  const { Id: id, MetricStat, Expression, Label = null, ReturnData = true } = query
  if (!/^[a-z][a-zA-Z0-9_]*$/.test(id)) {
    throw validationError(
      `The value ${id} for parameter ${member}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    )
  }
  if (MetricStat && Expression !== undefined) {
    throw invalidCombination(
      `The parameters ${member}.Expression and ${member}.MetricStat are mutually exclusive and you have specified both.`,
    )
  }
  const common = { id, label: Label, isReturned: ReturnData }
  if (MetricStat) return { ...common, expression: null, metric: checkMetric(MetricStat, member) }
  if (Expression === undefined) {
    throw invalidCombination(`Specify either ${member}.Expression or ${member}.MetricStat.`)
  }
  const parsed = parseExpression(Expression)
  if ('problem' in parsed) throw validationError(`Error in expression '${id}': ${parsed.problem}`)
  return { ...common, expression: parsed.expression, metric: null }
}

function checkMetric(
  { Metric, Period, Stat, Unit }: NonNullable<MetricDataQuery['MetricStat']>,
  member: string,
): CheckedMetric {
  if (Metric.MetricName === undefined) {
    throw validationError(`The parameter ${member}.MetricStat.Metric.MetricName is required.`)
  }
  if (!isPeriod(Period)) throw validationError(wrongPeriod(`${member}.MetricStat.Period`))
  const statistic = parseStatistic(Stat)
  const isHere =
    Metric.Namespace === NAMESPACE && (Unit ?? unitOf(Metric.MetricName)) === unitOf(Metric.MetricName)
  if (!statistic) throw validationError(wrongStatistic(Stat, `${member}.MetricStat.Stat`))
  return {
    name: Metric.MetricName,
    dimensions: isHere ? knownDimensions(Metric.Dimensions ?? []) : null,
    statistic,
    stat: Stat,
    periodMs: periodMsOf(Period),
  }
}

export const wrongPeriod = (name: string): string =>
  `The parameter ${name} must be a value in the set [1, 5, 10, 20, 30] or a multiple of 60.`

export const wrongStatistic = (stat: string, name: string): string =>
  `The value ${stat} for parameter ${name} is not supported. Supported are SampleCount, Average, Sum, Minimum, Maximum and percentiles like p99.`
