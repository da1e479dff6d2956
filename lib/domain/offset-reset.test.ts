import { expect, test } from 'vitest'
import { planKey, planReset, type ResetPosition, type ResetTarget } from './offset-reset'

const position = (more: Partial<ResetPosition> = {}): ResetPosition => ({
  topic: 'orders',
  partition: 0,
  committed: 60,
  earliest: 10,
  end: 100,
  atTime: null,
  ...more,
})

test.each<[string, ResetTarget, Partial<ResetPosition>, number | null, number | null]>([
  ['to the first record that is there', { to: 'earliest' }, {}, 10, 50],
  ['to behind the last one', { to: 'latest' }, {}, 100, -40],
  ['to a time', { to: 'time', at: 1 }, { atTime: 42 }, 42, 18],
  ['to a time nothing is as new as', { to: 'time', at: 1 }, {}, 100, -40],
  ['to an offset', { to: 'offset', offset: 77 }, {}, 77, -17],
  ['to an offset that is deleted', { to: 'offset', offset: 3 }, {}, 10, 50],
  ['to an offset that is not there yet', { to: 'offset', offset: 300 }, {}, 100, -40],
  ['where it never committed', { to: 'earliest' }, { committed: null }, 10, null],
  ['where it stands', { to: 'offset', offset: 60 }, {}, null, null],
])('%s', (_, target, more, to, again) => {
  const { moves, unknown } = planReset([position(more)], target)
  expect(unknown).toEqual([])
  expect(moves.map((move) => [move.to, move.again])).toEqual(to === null ? [] : [[to, again]])
})

test('a partition whose leader is silent cannot be decided', () => {
  const plan = planReset([position({ end: null }), position({ partition: 1 })], { to: 'latest' })
  expect(plan.unknown).toEqual([{ topic: 'orders', partition: 0 }])
  expect(planKey(plan, { to: 'latest' })).toBe('orders 1 60 end')
  expect(planKey(plan, { to: 'offset', offset: 100 })).toBe('orders 1 60 100')
})
