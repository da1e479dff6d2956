import type { Aggregate, Expression, Operator } from './parse'

/** What an id stands for: values at times. A time without a value is a gap, and stays one through arithmetic. */
export type TimeSeries = { label: string; points: ReadonlyMap<number, number> }

export type Value =
  | { is: 'number'; value: number }
  | { is: 'series'; series: TimeSeries }
  | { is: 'list'; list: readonly TimeSeries[] }

export type Scope = {
  /** Null: no such id. */
  valueOf(id: string): Value | null
  /** The metrics (not the expressions) whose id holds the text, in order. */
  metrics(holding: string): readonly TimeSeries[]
}

/** Told to the caller as CloudWatch tells it: in the expression that is wrong. */
export class ExpressionProblem extends Error {}

/**
 * With series that are empty this tells whether an expression makes sense at all, because what it yields does not
 * depend on the values.
 */
export function evaluateExpression(expression: Expression, scope: Scope): Value {
  const evaluate = (part: Expression): Value => evaluateExpression(part, scope)
  switch (expression.is) {
    case 'number':
      return { is: 'number', value: expression.value }
    case 'id': {
      const value = scope.valueOf(expression.id)
      if (value === null) throw new ExpressionProblem(`Undefined id "${expression.id}".`)
      return value
    }
    case 'metrics':
      return { is: 'list', list: scope.metrics(expression.holding) }
    case 'list':
      return { is: 'list', list: expression.members.flatMap((member) => seriesOf(evaluate(member))) }
    case 'negative':
      return arithmetic('*', evaluate(expression.of), { is: 'number', value: -1 })
    case 'arithmetic':
      return arithmetic(expression.operator, evaluate(expression.left), evaluate(expression.right))
    case 'aggregate':
      return aggregate(expression.name, evaluate(expression.of))
  }
}

function seriesOf(value: Value): readonly TimeSeries[] {
  if (value.is === 'number') throw new ExpressionProblem('An array holds metrics, not numbers.')
  return value.is === 'series' ? [value.series] : value.list
}

/** A number meets every value; two series meet where both have one; a list is taken member by member. */
function arithmetic(operator: Operator, left: Value, right: Value): Value {
  const apply = (a: number, b: number) => calculate(operator, a, b)
  if (left.is === 'list' && right.is === 'list')
    throw new ExpressionProblem(`The operator ${operator} cannot be applied to two arrays.`)
  if (left.is === 'list') return { is: 'list', list: left.list.map((one) => pair(one, right, apply)) }
  if (right.is === 'list') {
    return { is: 'list', list: right.list.map((one) => pair(one, left, (a, b) => apply(b, a))) }
  }
  if (left.is === 'series') return { is: 'series', series: pair(left.series, right, apply) }
  if (right.is === 'series') return { is: 'series', series: pair(right.series, left, (a, b) => apply(b, a)) }
  return { is: 'number', value: apply(left.value, right.value) }
}

function pair(series: TimeSeries, other: Value, apply: (a: number, b: number) => number): TimeSeries {
  const otherAt = (at: number): number | undefined => {
    if (other.is === 'number') return other.value
    return other.is === 'series' ? other.series.points.get(at) : undefined
  }
  const points = [...series.points].flatMap(([at, value]): [number, number][] => {
    const met = otherAt(at)
    if (met === undefined) return []
    const result = apply(value, met)
    // A division by zero has no value, and no way to write one in JSON.
    return Number.isFinite(result) ? [[at, result]] : []
  })
  return { label: series.label, points: new Map(points) }
}

function calculate(operator: Operator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '^':
      return a ** b
  }
}

/** Over an array: a series of what each time has. Over one series: one number. */
function aggregate(name: Aggregate, of: Value): Value {
  switch (of.is) {
    case 'number':
      throw new ExpressionProblem(`${name} takes a metric or an array of metrics, not a number.`)
    case 'series':
      return { is: 'number', value: summarize(name, [...of.series.points.values()]) ?? Number.NaN }
    case 'list':
      return { is: 'series', series: { label: name, points: across(name, of.list) } }
  }
}

function across(name: Aggregate, list: readonly TimeSeries[]): ReadonlyMap<number, number> {
  const valuesAt = new Map<number, number[]>()
  for (const [at, value] of list.flatMap(({ points }) => [...points])) {
    const values = valuesAt.get(at)
    if (values) values.push(value)
    else valuesAt.set(at, [value])
  }
  const points = [...valuesAt].flatMap(([at, values]): [number, number][] => {
    const value = summarize(name, values)
    return value === null ? [] : [[at, value]]
  })
  return new Map(points.toSorted(([a], [b]) => a - b))
}

function summarize(name: Aggregate, values: readonly number[]): number | null {
  if (values.length === 0) return null
  const total = values.reduce((sum, value) => sum + value, 0)
  switch (name) {
    case 'SUM':
      return total
    case 'AVG':
      return total / values.length
    case 'MIN':
      return values.reduce((least, value) => Math.min(least, value))
    case 'MAX':
      return values.reduce((most, value) => Math.max(most, value))
  }
}
