import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTopic } from '@/lib/broker-runtime/fake/faults'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import { getMoveProgress } from '../operation/moves/get-move-progress'
import { getOperation } from '../operation/get-operation'
import { listOperationMoves } from '../operation/moves/list-operation-moves'
import { steerOperation } from '../operation/steer-operation'
import { outcomeOf } from '../testing/fleet'
import { startFakeCluster, type FakeCluster } from '../testing/fake-cluster'
import { testContext } from '../testing/requests'
import { changeCluster } from './change/change-by-console'
import { planChange } from './change/plan-change'
import { describeCluster } from './describe-cluster'

let home: FakeCluster['home']
let engine: FakeCluster['engine']
let clusterArn = ''
let id = ''
const ctx = testContext()

beforeEach(async () => {
  ;({ home, engine, clusterArn, id } = await startFakeCluster())
  createTopic(world(), 'shop', 6, 2, 1)
  createTopic(world(), 'other', 6, 2, 1)
})
afterEach(async () => {
  await engine.stop()
  await home.close()
})

const world = () => home.runtime.world({ id, arn: clusterArn })
const placed = (topic: string) =>
  world()
    .partitions.filter((partition) => partition.id.startsWith(`${topic}-`))
    .map(({ replicas }) => replicas)

const asked = (placement: PlacementWish) => ({
  clusterId: id,
  configurationInfo: null,
  defaultConfiguration: false,
  placement,
})
async function begin(placement: PlacementWish): Promise<string> {
  const { currentVersion } = (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo
  return (await changeCluster({ ctx, input: { ...asked(placement), currentVersion } })).operationId
}

test('one topic leaves a broker, and every move of the plan is told to its end', async () => {
  const before = placed('other')
  const plan = await planChange({ ctx, input: asked({ topic: 'shop', brokers: [1, 3] }) })
  expect(plan).toMatchObject({ refusals: [], command: null, placement: { zones: [{}, {}, {}] } })
  const operationId = await begin({ topic: 'shop', brokers: [1, 3] })
  expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_COMPLETE')
  expect(placed('shop').flat()).not.toContain(2)
  expect(placed('other')).toEqual(before)

  const { moves, total } = await listOperationMoves({ ctx, input: { operationId } })
  expect(moves).toHaveLength(plan.placement?.partitions ?? 0)
  expect(total).toBe(moves.length)
  const progress = await getMoveProgress({ ctx, input: { operationId } })
  expect(progress).toMatchObject({ further: [], copies: {}, bytesPerSecond: null, leftMs: null })
  expect(new Set(progress.states)).toEqual(new Set(['moved']))
  expect(await getOperation({ ctx, input: { operationId } })).toMatchObject({
    placement: { partitions: moves.length, rate: 50 * 1024 ** 2 },
    brokerReceipt: null,
  })
  const again = await planChange({ ctx, input: asked({ topic: 'shop', brokers: [1, 3] }) })
  expect(again.refusals).toEqual([expect.stringContaining('level already on these brokers')])
}, 60_000)

test('a leader is chosen without anything being copied or held back', async () => {
  const [first] = placed('shop')
  const leader = first?.[1] ?? 0
  const operationId = await begin({ topic: 'shop', leaders: [{ partition: 0, leader }] })
  expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_COMPLETE')
  expect(placed('shop')[0]).toEqual([leader, first?.[0]])
  expect(world().throttles).toEqual({ rates: {}, topics: [] })
  expect(await getMoveProgress({ ctx, input: { operationId } })).toMatchObject({ states: ['moved'] })
  await expect(steerOperation({ ctx, input: { operationId, bytesPerSecond: 1_000_000 } })).rejects.toThrow(
    /is over/,
  )
}, 60_000)

test('what is taken back, and what somebody deletes meanwhile, is told of every partition', async () => {
  const operationId = await begin({ brokers: [1, 3] })
  await steerOperation({ ctx, input: { operationId, pace: 'paused' } })
  world().partitions = world().partitions.filter((partition) => partition.id !== 'shop-0')
  await steerOperation({ ctx, input: { operationId, takeBack: true } })
  expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_FAILED')
  const { states } = await getMoveProgress({ ctx, input: { operationId } })
  const told = new Set(['calledBack', 'notBegun', 'deleted'])
  expect(states.filter((state) => !told.has(state))).toEqual([])
  expect(states.length).toBeGreaterThan(0)
}, 60_000)

test('brokers that come or go have partitions moved for them', async () => {
  const input = { ...asked({}), targetNumberOfBrokerNodes: 6 }
  expect((await planChange({ ctx, input })).refusals).toEqual([
    expect.stringContaining('Change their number first'),
  ])
})
