import { expect, test } from 'vitest'
import { chartLinesSchema, chartSetNameProblem, LINES_MAX, savedChartSchema } from './chart-set'

test.each([
  ['On call', null],
  ['夜間の確認', null],
  ['', 'missing'],
  ['   ', 'missing'],
  ['x'.repeat(65), 'long'],
  [' lag', 'characters'],
  ['a/b', 'characters'],
  ['a\u0007', 'characters'],
] as const)('%j as the name of a set: %s', (name, problem) => {
  expect(chartSetNameProblem(name)).toBe(problem)
})

const line = { is: 'metric', metric: 'broker:CpuUser', of: { 'Broker ID': '*' }, statistic: 'p99' } as const

test('lines are taken with what CloudWatch can tell of them, and no more of them than anybody can read', () => {
  expect(chartLinesSchema.safeParse([line]).success).toBe(true)
  expect(chartLinesSchema.safeParse([{ ...line, statistic: 'tm99' }]).success).toBe(false)
  expect(chartLinesSchema.safeParse([{ ...line, of: { Broker: '1' } }]).success).toBe(false)
  expect(chartLinesSchema.safeParse(Array.from({ length: LINES_MAX + 1 }, () => line)).success).toBe(false)
  expect(savedChartSchema.safeParse({ title: 'CPU', lines: [], periodS: null }).success).toBe(false)
})
