import { expect, test } from 'vitest'
import { NOW, operation, partition, world } from '../testing/worlds'
import type { OperationView, PartitionSeen, ThrottlesSeen, World } from '../world'
import { placement } from './placement'

const placed = (id: string, from: readonly number[], to: readonly number[]) => ({ id, from, to })

function moving(
  partitions: Readonly<Record<string, PartitionSeen>>,
  change: Partial<OperationView> = { placement: [placed('orders-0', [1, 2, 3], [2, 1, 3])] },
): World {
  return { ...world({ partitions }), operation: operation('UPDATE', change) }
}

test('nothing is moved that nobody planned', () => {
  expect(placement.applies(world())).toBe(false)
  expect(placement.applies(moving({}, { placement: [] }))).toBe(false)
})

test.each<[string, World, object]>([
  [
    'what is elsewhere is moved',
    moving({ 'orders-0': partition() }),
    { is: 'move', moves: [{ do: 'reassign', partitions: [{ id: 'orders-0', to: [2, 1, 3] }] }] },
  ],
  [
    'what is on its way is waited for',
    moving({ 'orders-0': partition({ target: [2, 1, 3] }) }),
    { is: 'wait', why: { for: 'placement', partitions: 1, partition: 'orders-0' } },
  ],
  [
    'what goes somewhere else is called back first',
    moving({ 'orders-0': partition({ target: [3, 2, 1] }) }),
    { is: 'move', moves: [{ do: 'reassign', partitions: [{ id: 'orders-0', to: null }] }] },
  ],
  [
    'what is there and led by its first is there',
    moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 2 }) }),
    { is: 'done' },
  ],
  [
    'its first leads it before it is called done',
    moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 1 }) }),
    { is: 'move', moves: [{ do: 'electPreferred', nodes: [2], only: ['orders-0'] }] },
  ],
  [
    'where only a leader was planned it is elected, and no other',
    moving(
      { 'orders-0': partition({ leader: 3 }), 'orders-1': partition({ leader: 3 }) },
      { placement: [placed('orders-0', [1, 2, 3], [1, 2, 3])] },
    ),
    { is: 'move', moves: [{ do: 'electPreferred', nodes: [1], only: ['orders-0'] }] },
  ],
  ['what was deleted is nobody’s business', moving({}), { is: 'done' }],
  [
    'everything goes back once the operation turned',
    moving(
      { 'orders-0': partition({ replicas: [2, 1, 3] }) },
      { undoing: true, placement: [placed('orders-0', [1, 2, 3], [2, 1, 3])] },
    ),
    { is: 'move', moves: [{ do: 'reassign', partitions: [{ id: 'orders-0', to: [1, 2, 3] }] }] },
  ],
])('%s', (_, seen, verdict) => {
  expect(placement.judge(seen)).toMatchObject(verdict)
})

test('no more than fifty move at a time', () => {
  const ids = Array.from({ length: 80 }, (_, number) => `orders-${number}`)
  const planned = ids.map((id) => placed(id, [1, 2, 3], [2, 1, 3]))
  const seen = Object.fromEntries(
    ids.map((id, number) => [id, partition(number < 20 ? { target: [2, 1, 3] } : {})]),
  )
  const verdict = placement.judge(moving(seen, { placement: planned }))
  expect(
    verdict.is === 'move' && verdict.moves[0]?.do === 'reassign' && verdict.moves[0].partitions,
  ).toHaveLength(30)
})

const FREE = { rates: { 1: null, 2: null, 3: null }, topics: [] }
const HELD = { rates: { 1: 1000, 2: 1000, 3: 1000 }, topics: ['orders'] }
const MOVED = { 'orders-0': partition({ replicas: [2, 1, 3], leader: 2 }) }

function throttled(seen: World, throttles: ThrottlesSeen): World {
  const kafka = { ...seen.observed.kafka, throttles: { at: NOW, value: throttles } }
  return { ...seen, throttled: true, observed: { ...seen.observed, kafka } }
}
const held = (partitions: Readonly<Record<string, PartitionSeen>>, change: Partial<OperationView> = {}) =>
  moving(partitions, { throttle: 1000, placement: [placed('orders-0', [1, 2, 3], [2, 1, 3])], ...change })

test.each<[string, World, object]>([
  [
    'brokers are throttled before anything moves',
    throttled(held({ 'orders-0': partition() }), FREE),
    { moves: [{ do: 'throttle', rate: 1000, nodes: [1, 2, 3], topics: ['orders'] }] },
  ],
  [
    'one that forgot is told again',
    throttled(held({ 'orders-0': partition({ target: [2, 1, 3] }) }), {
      ...HELD,
      rates: { ...HELD.rates, 2: null },
    }),
    { moves: [{ do: 'throttle', rate: 1000, nodes: [2], topics: [] }] },
  ],
  ['then it moves', throttled(held({ 'orders-0': partition() }), HELD), { moves: [{ do: 'reassign' }] }],
  [
    'another rate is told while it moves',
    throttled(held({ 'orders-0': partition({ target: [2, 1, 3] }) }, { throttle: 5 }), HELD),
    { moves: [{ do: 'throttle', rate: 5, nodes: [1, 2, 3], topics: [] }] },
  ],
  [
    'all of it is lifted at the end',
    throttled(held(MOVED), HELD),
    { moves: [{ do: 'throttle', rate: null, nodes: [1, 2, 3], topics: ['orders'] }] },
  ],
  [
    'also when the operation ended before',
    throttled({ ...held({ 'orders-0': partition() }), operation: null }, HELD),
    { moves: [{ do: 'throttle', rate: null, nodes: [1, 2, 3], topics: ['orders'] }] },
  ],
  [
    'that nothing of it is left is written down',
    throttled(held(MOVED), FREE),
    { moves: [{ do: 'unthrottled' }] },
  ],
  [
    'what others throttled is left to them',
    { ...throttled(held(MOVED), HELD), throttled: false },
    { is: 'done' },
  ],
])('%s', (_, seen, verdict) => {
  expect(placement.applies(seen)).toBe(true)
  expect(placement.judge(seen)).toMatchObject(verdict)
})

test('a pause lets what is under way arrive, and begins nothing more', () => {
  const planned = [placed('orders-0', [1, 2, 3], [2, 1, 3]), placed('orders-1', [1, 2, 3], [2, 1, 3])]
  const change = { placement: planned, paused: true }
  const under = { 'orders-0': partition({ target: [2, 1, 3] }), 'orders-1': partition() }
  expect(placement.judge(moving(under, change))).toMatchObject({ is: 'wait', why: { for: 'placement' } })
  const waiting = { 'orders-0': partition({ replicas: [2, 1, 3] }), 'orders-1': partition() }
  expect(placement.judge(moving(waiting, change))).toMatchObject({
    is: 'wait',
    why: { for: 'resumption', left: 1 },
  })
})
