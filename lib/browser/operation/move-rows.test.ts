import { expect, test } from 'vitest'
import type { MoveProgress } from '@/lib/contract/console/operation-moves'
import { MOVE_STATES } from '@/lib/domain/rebalance/copy-progress'
import { MOVE_ORDER, moveRows } from './move-rows'

const move = (id: string, to: number[]) => ({ id, from: [1, 2], to, bytes: 10 })
const copy = { bytesDone: 4, bytesTotal: 10, caughtUp: 0, replicas: 1 }
const progress: MoveProgress = {
  at: '2026-12-01T00:00:00.000Z',
  states: ['moving', 'moved'],
  further: [{ ...move('__mosaik_canary-0', [1, 3]), state: 'waiting' }],
  copies: { 'orders-0': copy },
  total: copy,
  bytesPerSecond: null,
  leftMs: null,
}

test('every move of the plan is a row, and so is what came beside it', () => {
  const rows = moveRows(
    [move('orders-0', [1, 3]), move('orders-1', [2, 1]), move('orders-2', [2, 3])],
    progress,
  )
  expect(rows.map((row) => [row.id, row.state, row.copy, row.onlyLeads, row.isPlanned])).toEqual([
    ['orders-0', 'moving', copy, false, true],
    ['orders-1', 'moved', null, true, true],
    ['orders-2', 'waiting', null, false, true],
    ['__mosaik_canary-0', 'waiting', null, false, false],
  ])
})

test('every state has its place in the order', () => {
  expect([...MOVE_ORDER].toSorted()).toEqual([...MOVE_STATES].toSorted())
})
