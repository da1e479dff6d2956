import { expect, test } from 'vitest'
import type { RebalanceQuestion } from '@/lib/domain/rebalance/question'
import { steadyQuestion } from './steady-question'

const question = (bytes: number, replicas: readonly number[] = [1, 2]): RebalanceQuestion => ({
  brokers: [1, 2, 3].map((id) => ({ id, zoneId: `zone-${id}` })),
  leaving: new Set(),
  partitions: [{ id: 'orders-0', replicas, bytes }],
})

test('records that come in leave a plan as it was read; whatever else changes does not', () => {
  const first = question(10)
  expect(steadyQuestion('one', first)).toBe(first)
  expect(steadyQuestion('one', question(20))).toBe(first)
  const moved = question(20, [2, 3])
  expect(steadyQuestion('one', moved)).toBe(moved)
  const elsewhere = question(20)
  expect(steadyQuestion('another', elsewhere)).toBe(elsewhere)
})
