import {
  array,
  assert,
  constantFrom,
  integer,
  letrec,
  oneof,
  property,
  record,
  string,
  tuple,
} from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateExpression, ExpressionProblem, type Scope, type TimeSeries, type Value } from './evaluate'
import { parseExpression, type Expression } from './parse'

const series = (label: string, points: Record<number, number>): TimeSeries => ({
  label,
  points: new Map(Object.entries(points).map(([at, value]) => [Number(at), value])),
})

const METRICS: Record<string, TimeSeries> = {
  user: series('CpuUser', { 0: 10, 60: 20, 120: 30 }),
  system: series('CpuSystem', { 0: 1, 120: 3 }),
  zero: series('zero', { 0: 0, 60: 2, 120: 0 }),
}

const scope: Scope = {
  valueOf: (id) => (METRICS[id] ? { is: 'series', series: METRICS[id] } : null),
  metrics: (holding) =>
    Object.entries(METRICS)
      .filter(([id]) => id.includes(holding))
      .map(([, one]) => one),
}

function result(text: string): Value {
  const parsed = parseExpression(text)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return evaluateExpression(parsed.expression, scope)
}

const pointsOf = (value: Value) => (value.is === 'series' ? Object.fromEntries(value.series.points) : value)

test.each<[string, Record<number, number>]>([
  ['user', { 0: 10, 60: 20, 120: 30 }],
  ['user + system', { 0: 11, 120: 33 }],
  ['100 - user - system', { 0: 89, 120: 67 }],
  ['user * 2 + 1', { 0: 21, 60: 41, 120: 61 }],
  ['(user + system) / 2', { 0: 5.5, 120: 16.5 }],
  ['user / zero', { 60: 10 }],
  ['-user ^ 2', { 0: -100, 60: -400, 120: -900 }],
  ['2 ^ 3 ^ 2 - user', { 0: 502, 60: 492, 120: 482 }],
  ['user - MAX(user)', { 0: -20, 60: -10, 120: 0 }],
  ['user / SUM(user) * 60', { 0: 10, 60: 20, 120: 30 }],
  ['SUM([user, system])', { 0: 11, 60: 20, 120: 33 }],
  ['AVG([user, system])', { 0: 5.5, 60: 20, 120: 16.5 }],
  ['MIN([user, system])', { 0: 1, 60: 20, 120: 3 }],
  ['MAX(METRICS())', { 0: 10, 60: 20, 120: 30 }],
  ['SUM(METRICS("s"))', { 0: 11, 60: 20, 120: 33 }],
  ["SUM(METRICS('none'))", {}],
  ['SUM([user, system] * 10)', { 0: 110, 60: 200, 120: 330 }],
])('%s', (text, points) => {
  expect(pointsOf(result(text))).toEqual(points)
})

test('an aggregate of one metric is a number, and METRICS() an array', () => {
  expect(result('AVG(user)')).toEqual({ is: 'number', value: 20 })
  expect(result('METRICS()')).toMatchObject({ is: 'list', list: { length: 3 } })
})

test.each([
  ['', 'Unexpected end.'],
  ['user +', 'Unexpected end.'],
  ['user user', 'Unexpected user at position 6.'],
  ['(user', 'Unexpected end, expected ).'],
  ['[user', 'Unexpected end, expected ].'],
  ['user % 2', 'Unexpected character "%" at position 6.'],
  ['User', 'Unexpected User at position 1: an id begins with a lowercase letter.'],
  [
    'RATE(user)',
    'Unsupported function RATE. Mosaik evaluates SUM, AVG, MIN, MAX and METRICS, and the operators + - * / ^.',
  ],
  ['('.repeat(100), 'The expression is nested deeper than 64 levels.'],
  ['-'.repeat(2_000) + '1', 'The expression is nested deeper than 64 levels.'],
])('%s is refused in a sentence', (text, problem) => {
  expect(parseExpression(text)).toEqual({ problem })
})

test.each([
  ['other + 1', 'Undefined id "other".'],
  ['SUM(1)', 'SUM takes a metric or an array of metrics, not a number.'],
  ['[user, 1]', 'An array holds metrics, not numbers.'],
  ['METRICS() + METRICS()', 'The operator + cannot be applied to two arrays.'],
])('%s makes no sense', (text, problem) => {
  expect(() => result(text)).toThrow(new ExpressionProblem(problem))
})

/** Written out with all its parentheses. */
const { tree } = letrec<{ tree: { text: string; value: number } }>((tie) => ({
  tree: oneof(
    { maxDepth: 5 },
    integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
    record({ of: tie('tree') }).map(({ of }) => ({ text: `(-${of.text})`, value: -of.value })),
    record({ sign: constantFrom('+', '-', '*'), left: tie('tree'), right: tie('tree') }).map(
      ({ sign, left, right }) => ({
        text: `(${left.text} ${sign} ${right.text})`,
        value:
          sign === '+'
            ? left.value + right.value
            : sign === '-'
              ? left.value - right.value
              : left.value * right.value,
      }),
    ),
  ),
}))

test('arithmetic is what it is everywhere', () => {
  assert(
    property(tree, ({ text, value }) => {
      expect(result(text)).toEqual({ is: 'number', value })
    }),
  )
})

test('precedence is that of multiplication before addition, from left to right', () => {
  const numbers = array(tuple(constantFrom('+', '-', '*'), integer({ min: 0, max: 9 })), {
    maxLength: 12,
  })
  assert(
    property(integer({ min: 0, max: 9 }), numbers, (first, rest) => {
      const text = `${first}${rest.map(([sign, number]) => sign + number).join('')}`
      const terms: number[] = [first]
      for (const [sign, number] of rest) {
        if (sign === '*') terms.push((terms.pop() ?? 0) * number)
        else terms.push(sign === '+' ? number : -number)
      }
      const value = terms.reduce((sum, term) => sum + term, 0)
      const parsed = result(text)
      expect(parsed.is === 'number' && parsed.value === value).toBe(true)
    }),
  )
})

test('no text makes the parser fail otherwise than with a sentence', () => {
  const words = array(
    constantFrom(
      'm1',
      '1',
      '1.5e3',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      '[',
      ']',
      ',',
      'SUM',
      'METRICS',
      '"m"',
      ' ',
      'é',
    ),
  )
  assert(
    property(
      oneof(
        string(),
        words.map((parts) => parts.join('')),
      ),
      (text) => {
        const parsed: { problem: string } | { expression: Expression } = parseExpression(text)
        expect('problem' in parsed ? parsed.problem : parsed.expression).toBeTruthy()
      },
    ),
  )
})
