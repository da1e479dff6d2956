import { expect, test } from 'vitest'
import type { Decision } from '../plan'
import { operation, partition, world } from '../testing/worlds'
import type { OperationView, PartitionSeen, World } from '../world'
import { moveNews, neverBegun, type MoveNews, type OpenMove } from './move-news'

const PLANNED = { id: 'orders-0', from: [1, 2, 3], to: [2, 1, 3] }
const OPEN: OpenMove = { id: 'orders-0', before: [1, 2, 3], after: [2, 1, 3] }
const GOES_ON = { is: 'goOn' } as const
const COMPLETE = { is: 'complete', warning: null } as const

const moving = (
  partitions: Readonly<Record<string, PartitionSeen>>,
  change: Partial<OperationView> = {},
): World => ({
  ...world({ partitions }),
  operation: operation('UPDATE', { placement: [PLANNED], ...change }),
})
const reassign = (id: string, to: readonly number[] | null): Decision['moves'] => [
  { do: 'reassign', partitions: [{ id, to }] },
]

test.each<[string, World, Decision['moves'], readonly OpenMove[], Decision['outcome'], Partial<MoveNews>]>([
  [
    'a move begins with the decision to make it',
    moving({ 'orders-0': partition() }),
    reassign('orders-0', [2, 1, 3]),
    [],
    GOES_ON,
    { begun: [OPEN], ended: [] },
  ],
  [
    'asked for again it is the same move',
    moving({ 'orders-0': partition() }),
    reassign('orders-0', [2, 1, 3]),
    [OPEN],
    GOES_ON,
    { begun: [], ended: [] },
  ],
  [
    'what nobody planned is told as it was and shall be',
    moving({ '__mosaik_canary-0': partition({ replicas: [4, 1] }) }),
    reassign('__mosaik_canary-0', [2, 1]),
    [],
    GOES_ON,
    { begun: [{ id: '__mosaik_canary-0', before: [4, 1], after: [2, 1] }] },
  ],
  [
    'a call back begins nothing',
    moving({ 'orders-0': partition() }),
    reassign('orders-0', null),
    [],
    GOES_ON,
    { begun: [] },
  ],
  [
    'so does an election',
    moving({ 'orders-0': partition({ leader: 2 }) }, { placement: [{ ...PLANNED, to: [1, 2, 3] }] }),
    [{ do: 'electPreferred', nodes: [1], only: ['orders-0'] }],
    [],
    GOES_ON,
    { begun: [{ ...OPEN, after: [1, 2, 3] }] },
  ],
  [
    'there and led by its first it has moved',
    moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 2 }) }),
    [],
    [OPEN],
    GOES_ON,
    { ended: [{ id: 'orders-0', outcome: 'moved' }] },
  ],
  [
    'still led by another it has not',
    moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 1 }) }),
    [],
    [OPEN],
    GOES_ON,
    { ended: [] },
  ],
  [
    'on its way it has not',
    moving({ 'orders-0': partition({ target: [2, 1, 3] }) }),
    [],
    [OPEN],
    GOES_ON,
    { ended: [] },
  ],
  ['deleted meanwhile', moving({}), [], [OPEN], GOES_ON, { ended: [{ id: 'orders-0', outcome: 'deleted' }] }],
  [
    'called back where it was',
    moving({ 'orders-0': partition() }, { undoing: true }),
    [],
    [OPEN],
    GOES_ON,
    { ended: [{ id: 'orders-0', outcome: 'calledBack' }] },
  ],
  [
    'at the end another leads',
    moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 1 }) }),
    [],
    [OPEN],
    COMPLETE,
    { ended: [{ id: 'orders-0', outcome: 'notLed' }] },
  ],
  [
    'at the end it is still on its way',
    moving({ 'orders-0': partition({ target: [2, 1, 3] }) }),
    [],
    [OPEN],
    { is: 'fail', why: { is: 'cancelled' } },
    { ended: [{ id: 'orders-0', outcome: 'unfinished' }] },
  ],
])('%s', (_name, seen, moves, open, outcome, news) => {
  expect(moveNews(seen, { decision: { moves, outcome }, open })).toMatchObject(news)
})

test('blind, nothing ends but with the operation', () => {
  const blind = moving({})
  const kafka = { ...blind.observed.kafka, partitions: { unknown: 'nobody answers' } }
  const seen = { ...blind, observed: { ...blind.observed, kafka } }
  const decision = { moves: [], outcome: GOES_ON }
  expect(moveNews(seen, { decision, open: [OPEN] }).ended).toEqual([])
  expect(moveNews(seen, { decision: { ...decision, outcome: COMPLETE }, open: [OPEN] }).ended).toEqual([
    { id: 'orders-0', outcome: 'unfinished' },
  ])
})

test.each<[string, World, readonly string[]]>([
  ['lay so already', moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 2 }) }), ['there']],
  [
    'its first is not in sync',
    moving({ 'orders-0': partition({ replicas: [2, 1, 3], leader: 1 }) }),
    ['notLed'],
  ],
  ['was deleted before its turn', moving({}), ['deleted']],
  ['lies elsewhere', moving({ 'orders-0': partition() }), []],
  ['is taken back', moving({ 'orders-0': partition() }, { undoing: true }), []],
])('at the end, what never began: %s', (_name, seen, outcomes) => {
  expect(neverBegun(seen, new Set()).map(({ outcome }) => outcome)).toEqual(outcomes)
  expect(neverBegun(seen, new Set(['orders-0']))).toEqual([])
})
