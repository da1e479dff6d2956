import { expect, test } from 'vitest'
import type { ListedOperation } from '@/lib/contract/console/operations'
import { foundOperations, operationsCsv } from './found-operations'

const operation = (changed: Partial<ListedOperation>): ListedOperation => ({
  id: 'op-1',
  arn: 'arn:op-1',
  clusterId: 'c',
  clusterArn: 'arn:c',
  clusterName: 'orders',
  kind: 'START',
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
const all = [operation({}), operation({ id: 'op-2', clusterName: 'payments', state: 'FAILED', actor: null })]
const kindWords = () => 'Start cluster'

test.each([
  ['', '', ['op-1', 'op-2']],
  ['start PAY', '', ['op-2']],
  ['power console', '', ['op-1']],
  ['', 'FAILED', ['op-2']],
  ['orders', 'FAILED', []],
])('words %j and state %j find %j', (words, state, ids) => {
  expect(foundOperations(all, { words, state }, kindWords).map(({ id }) => id)).toEqual(ids)
})

test('a file says what changed from what to what, and how long it took', () => {
  const now = Date.parse('2026-11-22T14:01:00.000Z')
  const [, first, second] = operationsCsv([operation({}), operation({ endedAt: null })], now)
  expect(first?.slice(4, 9)).toEqual([
    'power: off > on',
    'console',
    '2026-11-22T14:00:00.000Z',
    '2026-11-22T14:00:04.500Z',
    '4500',
  ])
  expect(second?.[8]).toBe('60000')
})
