import { evaluateExpression, ExpressionProblem, type Scope, type TimeSeries, type Value } from './evaluate'
import type { Expression } from './parse'

/** A metric (no expression) or an expression over others, under its id. */
export type MathQuery = { id: string; expression: Expression | null; isReturned: boolean }

/** A list where the expression yields an array. `problem` is why there is none. */
export type MathResult = {
  id: string
  series: readonly TimeSeries[]
  isArray: boolean
  problem: string | null
}

/** The results of those that are returned, in their order; expressions may name each other in any order. */
export function evaluateQueries(
  queries: readonly MathQuery[],
  pointsOf: (id: string) => ReadonlyMap<number, number>,
): readonly MathResult[] {
  const byId = new Map(queries.map((query) => [query.id, query]))
  const metrics = queries.filter(({ expression }) => expression === null)
  const found = new Map<string, Value>()
  const within = new Set<string>()
  const metric = (id: string): TimeSeries => ({ label: id, points: pointsOf(id) })

  const valueOf = (id: string): Value | null => {
    const query = byId.get(id)
    if (!query) return null
    const known = found.get(id)
    if (known) return known
    if (within.has(id))
      throw new ExpressionProblem(`The expressions refer to each other in a circle at "${id}".`)
    within.add(id)
    const value: Value =
      query.expression === null
        ? { is: 'series', series: metric(id) }
        : evaluateExpression(query.expression, scope)
    within.delete(id)
    found.set(id, value)
    return value
  }
  const scope: Scope = {
    valueOf,
    metrics: (holding) => metrics.filter(({ id }) => id.includes(holding)).map(({ id }) => metric(id)),
  }
  return queries.filter(({ isReturned }) => isReturned).map(({ id }) => resultOf(id, valueOf))
}

function resultOf(id: string, valueOf: Scope['valueOf']): MathResult {
  try {
    const value = valueOf(id)
    if (!value || value.is === 'number')
      return failed(id, 'The expression yields a single number, not a metric.')
    if (value.is === 'series') return { id, series: [value.series], isArray: false, problem: null }
    return { id, series: value.list, isArray: true, problem: null }
  } catch (error) {
    if (error instanceof ExpressionProblem) return failed(id, error.message)
    throw error
  }
}

const failed = (id: string, problem: string): MathResult => ({ id, series: [], isArray: false, problem })
