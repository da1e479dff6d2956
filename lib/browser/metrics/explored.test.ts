import { expect, test } from 'vitest'
import type { ChartLine } from '@/lib/domain/metrics/chart-set'
import { evaluateLine, explore, seriesNames, unitOfLine } from './explored'
import type { Points } from './points'
import { wantKey } from './want'

const cpu = (name: string, broker: string): ChartLine => ({
  is: 'metric',
  metric: `broker:${name}`,
  of: { 'Broker ID': broker },
  statistic: 'Average',
})
const expression = (text: string): ChartLine => ({ is: 'expression', expression: text, label: 'x' })
const of = (broker: string) => ({ 'Cluster Name': 'c', 'Broker ID': broker })
const found = new Map([['CpuUser', [of('1'), of('2')]]])
const ask = (lines: readonly ChartLine[]) => ({ clusterName: 'c', lines, found, stepMs: 60_000 })

test('a line that says each is a series for each there is, and one that is not said to the end is none', () => {
  const { series, left } = explore(ask([cpu('CpuUser', '*'), cpu('CpuSystem', '1')]))
  expect(left).toBe(0)
  expect(series.map(({ line, want }) => [line, want.metric, want.dimensions['Broker ID']])).toEqual([
    [0, 'CpuUser', '1'],
    [0, 'CpuUser', '2'],
    [1, 'CpuSystem', '1'],
  ])
  expect(
    explore(ask([{ is: 'metric', metric: 'broker:CpuUser', of: {}, statistic: 'Average' }])).series,
  ).toEqual([])
  expect([...seriesNames(series, (dimensions) => dimensions).values()]).toEqual([
    '1 CpuUser',
    '2 CpuUser',
    '1 CpuSystem',
  ])
})

const lines = [cpu('CpuUser', '*'), cpu('CpuSystem', '1')]
const { series } = explore(ask(lines))
const held = new Map(
  series.map(({ want }, place): [string, Points] => [
    wantKey(want),
    { at: [0, 60_000], values: [place + 1, 10 * (place + 1)] },
  ]),
)

test.each<[string, readonly (readonly number[])[]]>([
  ['m2 * 2', [[6, 60]]],
  ['SUM(m1) + m2', [[6, 60]]],
  [
    'm1 + m2',
    [
      [4, 40],
      [5, 50],
    ],
  ],
  ['MAX(METRICS())', [[3, 30]]],
])('%s', (text, values) => {
  const result = evaluateLine(2, [...lines, expression(text)], series, held)
  expect('points' in result ? result.points.map((points) => points.values) : result).toEqual(values)
})

test.each([
  ['m9 + 1', /Undefined id "m9"/],
  ['m2 +', /Unexpected end/],
  ['m3 + 1', /circle/],
  ['SUM(m2)', /single number/],
])('%s is told to be wrong', (text, problem) => {
  const result = evaluateLine(2, [...lines, expression(text)], series, held)
  expect('problem' in result ? result.problem : '').toMatch(problem)
})

test.each([
  ['m1 + m2', 'Percent'],
  ['100 - m1', 'Percent'],
  ['m1 / m2', 'None'],
  ['m1 / 100', 'Percent'],
  ['SUM([m1, m2])', 'Percent'],
  ['m1 * m3', 'None'],
  ['m1 + m3', 'None'],
] as const)('the unit of %s is %s', (text, unit) => {
  const bytes: ChartLine = { ...cpu('MemoryUsed', '1') }
  expect(unitOfLine(3, [...lines, bytes, expression(text)])).toBe(unit)
})
