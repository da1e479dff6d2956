import { expect, test } from 'vitest'
import type { ListedOperation } from '@/lib/contract/console/operations'
import { csvRows } from '../table/csv-rows'
import { operationsCsv, operationText } from './operation-list'

const operation = (changed: Partial<ListedOperation>): ListedOperation => ({
  id: 'op-1',
  arn: 'arn:op-1',
  clusterId: 'c',
  clusterArn: 'arn:c',
  clusterName: 'orders',
  kind: 'START',
  name: 'START',
  state: 'COMPLETE',
  startedAt: '2026-11-22T14:00:00.000Z',
  endedAt: '2026-11-22T14:00:04.500Z',
  doneRows: 1,
  totalRows: 1,
  problem: null,
  errorMessage: null,
  actor: 'console',
  changes: [{ name: 'power', from: 'off', to: 'on' }],
  ...changed,
})
test('is found by its kind in words, by what changed and by who asked', () => {
  expect(operationText(operation({ actor: 'AKIAX' }), 'Start cluster')).toBe(
    'orders Start cluster START AKIAX op-1 power',
  )
})

test('a file says what changed from what to what, and how long it took', () => {
  const columns = operationsCsv(() => Date.parse('2026-11-22T14:01:00.000Z'))
  const [, first, second] = csvRows(columns, [operation({}), operation({ endedAt: null })])
  expect(first?.slice(4, 9)).toEqual([
    'power: off > on',
    'console',
    '2026-11-22T14:00:00.000Z',
    '2026-11-22T14:00:04.500Z',
    4500,
  ])
  expect(second?.[8]).toBe(60_000)
})
