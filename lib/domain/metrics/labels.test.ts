import { expect, test } from 'vitest'
import { defaultLabels } from './labels'

const metric = (id: string, name: string, broker: string, stat = 'Average') => ({
  id,
  name,
  stat,
  dimensions: { 'Cluster Name': 'orders', 'Broker ID': broker },
})

test.each([
  ['one', [metric('a', 'CpuUser', '1')], ['CpuUser']],
  ['by broker', [metric('a', 'CpuUser', '1'), metric('b', 'CpuUser', '2')], ['1', '2']],
  ['by name', [metric('a', 'CpuUser', '1'), metric('b', 'CpuIdle', '1')], ['CpuUser', 'CpuIdle']],
  ['by statistic', [metric('a', 'CpuUser', '1'), metric('b', 'CpuUser', '1', 'p99')], ['Average', 'p99']],
  ['by both', [metric('a', 'CpuUser', '1'), metric('b', 'CpuIdle', '2')], ['1 CpuUser', '2 CpuIdle']],
])('%s', (_, metrics, labels) => {
  expect([...defaultLabels(metrics).values()]).toEqual(labels)
})
