import type { MetricUnit } from '@/lib/domain/metrics/catalogue'
import { EACH, lineId, LINES_MAX, type ChartLine, type MetricLine } from '@/lib/domain/metrics/chart-set'
import { evaluateExpression, ExpressionProblem, type Value } from '@/lib/domain/metrics/expression/evaluate'
import { parseExpression, type Expression } from '@/lib/domain/metrics/expression/parse'
import { defaultLabels } from '@/lib/domain/metrics/labels'
import type { Dimensions } from '@/lib/domain/metrics/series'
import { metricChoice, seriesOf, type MetricChoice } from './metric-choices'
import { NO_POINTS, type Points } from './points'
import { wantKey, type Want } from './want'

/** One series that a line stands for. */
export type ExploredSeries = { key: string; line: number; want: Want }
export type Explored = {
  series: readonly ExploredSeries[]
  /** How many more there are than one chart can show. */
  left: number
}

type Ask = {
  clusterName: string
  lines: readonly ChartLine[]
  /** What each metric has told of lately, by its name. */
  found: ReadonlyMap<string, readonly Dimensions[]>
  stepMs: number
}

export const metricLines = (
  lines: readonly ChartLine[],
): readonly { line: MetricLine; place: number; choice: MetricChoice }[] =>
  lines.flatMap((line, place) => {
    const choice = line.is === 'metric' ? metricChoice(line.metric) : null
    return line.is === 'metric' && choice !== null ? [{ line, place, choice }] : []
  })

/** The series of all lines: of one that names every dimension itself, else of each that fits it. */
export function explore({ clusterName, lines, found, stepMs }: Ask): Explored {
  const all = metricLines(lines).flatMap(({ line, place, choice }) => {
    const named = Object.fromEntries(
      choice.dimensions.flatMap((name) => {
        const value = line.of[name]
        return value === undefined || value === EACH ? [] : [[name, value]]
      }),
    )
    const isWhole = choice.dimensions.every((name) => name in named)
    // A line that is not said to the end yet has nothing to draw.
    if (!isWhole && choice.dimensions.some((name) => line.of[name] === undefined)) return []
    const sets = isWhole ? [named] : seriesOf(choice, found.get(choice.name) ?? [], named)
    return sets.map((dimensions): ExploredSeries => {
      const want = {
        metric: choice.name,
        dimensions: { ...dimensions, 'Cluster Name': clusterName },
        statistic: line.statistic,
        stepMs,
      }
      return { key: `${lineId(place)} ${wantKey(want)}`, line: place, want }
    })
  })
  return { series: all.slice(0, LINES_MAX), left: Math.max(0, all.length - LINES_MAX) }
}

/** Names that tell series apart, by what differs between them. */
export function seriesNames(
  series: readonly ExploredSeries[],
  words: (dimensions: Dimensions) => Dimensions,
): ReadonlyMap<string, string> {
  return defaultLabels(
    series.map(({ key, want }) => ({
      id: key,
      name: want.metric,
      stat: want.statistic,
      dimensions: words(want.dimensions),
    })),
  )
}

export type ExpressionResult = { points: readonly Points[]; unit: MetricUnit } | { problem: string }

/** What an expression comes to, as CloudWatch evaluates it; a line that stands for each of many is an array. */
export function evaluateLine(
  place: number,
  lines: readonly ChartLine[],
  explored: readonly ExploredSeries[],
  held: ReadonlyMap<string, Points>,
): ExpressionResult {
  const placeOf = new Map(lines.map((_, index) => [lineId(index), index]))
  const within = new Set<number>()
  const valueOf = (id: string): Value | null => {
    const at = placeOf.get(id)
    const line = at === undefined ? undefined : lines[at]
    if (at === undefined || line === undefined) return null
    if (line.is === 'expression') return expressionAt(at, line.expression)
    const list = explored
      .filter((each) => each.line === at)
      .map(({ key, want }) => ({ label: key, points: mapOf(held.get(wantKey(want)) ?? NO_POINTS) }))
    const [first] = list
    const isMany = Object.values(line.of).includes(EACH)
    return isMany || first === undefined ? { is: 'list', list } : { is: 'series', series: first }
  }
  const expressionAt = (at: number, text: string): Value => {
    if (within.has(at))
      throw new ExpressionProblem(`The expressions refer to each other in a circle at "${lineId(at)}".`)
    const parsed = parseExpression(text)
    if ('problem' in parsed) throw new ExpressionProblem(parsed.problem)
    within.add(at)
    const value = evaluateExpression(parsed.expression, { valueOf, metrics: () => allMetrics() })
    within.delete(at)
    return value
  }
  const allMetrics = () =>
    explored.map(({ key, want }) => ({
      label: key,
      points: mapOf(held.get(wantKey(want)) ?? NO_POINTS),
    }))
  const line = lines[place]
  if (line?.is !== 'expression') return { problem: 'This line is no expression.' }
  try {
    const value = expressionAt(place, line.expression)
    if (value.is === 'number') return { problem: 'The expression yields a single number, not a metric.' }
    const list = value.is === 'series' ? [value.series] : value.list
    return { points: list.map(({ points }) => pointsOf(points)), unit: unitOfLine(place, lines) ?? 'None' }
  } catch (error) {
    if (error instanceof ExpressionProblem) return { problem: error.message }
    throw error
  }
}

const mapOf = ({ at, values }: Points): ReadonlyMap<number, number> =>
  new Map(at.map((time, place) => [time, values[place] ?? 0]))

function pointsOf(points: ReadonlyMap<number, number>): Points {
  const sorted = [...points].toSorted(([one], [other]) => one - other)
  return { at: sorted.map(([at]) => at), values: sorted.map(([, value]) => value) }
}

/** The unit of a line; null of a bare number, which takes that of what it meets. */
export function unitOfLine(
  place: number,
  lines: readonly ChartLine[],
  within: readonly number[] = [],
): MetricUnit | null {
  const line = lines[place]
  if (line === undefined || within.includes(place)) return 'None'
  if (line.is === 'metric') return metricChoice(line.metric)?.unit ?? 'None'
  const parsed = parseExpression(line.expression)
  if ('problem' in parsed) return 'None'
  return unitOf(parsed.expression, (id) => {
    const at = lines.findIndex((_, index) => lineId(index) === id)
    return unitOfLine(at, lines, [...within, place])
  })
}

/** Sums and differences keep their unit; a product or a quotient of two has one of its own, which has no name here. */
function unitOf(expression: Expression, unitOfId: (id: string) => MetricUnit | null): MetricUnit | null {
  const of = (part: Expression): MetricUnit | null => unitOf(part, unitOfId)
  switch (expression.is) {
    case 'number':
      return null
    case 'metrics':
      return 'None'
    case 'id':
      return unitOfId(expression.id)
    case 'negative':
    case 'aggregate':
      return of(expression.of)
    case 'list':
      return same(expression.members.map(of))
    case 'arithmetic': {
      const [left, right] = [of(expression.left), of(expression.right)]
      if (expression.operator === '+' || expression.operator === '-') return same([left, right])
      if (expression.operator === '*') return left === null || right === null ? (left ?? right) : 'None'
      return right === null ? left : 'None'
    }
  }
}

function same(units: readonly (MetricUnit | null)[]): MetricUnit | null {
  const named = [...new Set(units.filter((unit) => unit !== null))]
  return named.length > 1 ? 'None' : (named[0] ?? null)
}
