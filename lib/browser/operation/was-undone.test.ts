import { expect, test } from 'vitest'
import { wasUndone } from './was-undone'

const event = (parameters: Record<string, unknown>) => ({
  at: '2026-11-30T12:00:00.000Z',
  nodeId: null,
  key: 'failed',
  parameters,
})

test('only a failed change that says so was taken back', () => {
  const undone = event({ problem: { is: 'undone' } })
  expect(wasUndone({ state: 'FAILED', events: [event({ move: 'start' }), undone] })).toBe(true)
  expect(wasUndone({ state: 'FAILED', events: [event({ problem: { is: 'nodeFailed' } })] })).toBe(false)
  expect(wasUndone({ state: 'IN_PROGRESS', events: [undone] })).toBe(false)
})
