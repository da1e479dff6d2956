import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTopic } from '@/lib/broker-runtime/fake/faults'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import { steerOperation } from '../operation/steer-operation'
import { listClusterOperations } from '../operation/list-cluster-operations'
import { database } from '../process'
import { tagResource } from '../tag/tag-resource'
import { outcomeOf } from '../testing/fleet'
import { startFakeCluster, type FakeCluster } from '../testing/fake-cluster'
import { createInput, testContext } from '../testing/requests'
import { changeCluster } from './change/change-by-console'
import { planChange } from './change/plan-change'
import { createClusterV2 } from './create-cluster'
import { describeCluster } from './describe-cluster'
import { updateBrokerCount } from './update-broker-count'
import { updateBrokerType } from './update-broker-type'

let home: FakeCluster['home']
let engine: FakeCluster['engine']
let clusterArn = ''
let id = ''
const ctx = testContext()

beforeEach(async () => {
  ;({ home, engine, clusterArn, id } = await startFakeCluster())
})
afterEach(async () => {
  await engine.stop()
  await home.close()
})

const described = async () => (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo
const brokers = () => database().node.findMany({ where: { role: 'broker' }, orderBy: { nodeId: 'asc' } })
const count = async (targetNumberOfBrokerNodes: number) => {
  const { currentVersion } = await described()
  return updateBrokerCount({ ctx, input: { clusterArn, currentVersion, targetNumberOfBrokerNodes } })
}
const ends = ({ clusterOperationArn }: { clusterOperationArn: string }) =>
  outcomeOf(home.database, id, clusterOperationArn.split('/').at(-1) ?? '')

test('three more brokers come, one in each zone, and go again', async () => {
  const before = await brokers()
  await expect(count(3)).rejects.toThrow(/has 3 brokers already/)
  await expect(count(5)).rejects.toThrow(/must be a multiple/)
  await expect(count(63)).rejects.toThrow(/at most 60/)
  const plan = await planChange({ ctx, input: planned({ targetNumberOfBrokerNodes: 6 }) })
  expect(plan).toMatchObject({
    refusals: [],
    restarts: [],
    facts: [{ name: 'numberOfBrokerNodes', from: '3', to: '6' }],
    added: [{ nodeId: 4 }, { nodeId: 5 }, { nodeId: 6 }],
  })
  expect(plan.command).toContain('update-broker-count')
  expect(plan.terraform).toContain('number_of_broker_nodes = 6')

  expect(await ends(await count(6))).toBe('UPDATE_COMPLETE')
  const after = await brokers()
  expect(after.map(({ zoneId }) => zoneId)).toEqual([...before, ...before].map(({ zoneId }) => zoneId))
  expect(new Set(after.map(({ address }) => address)).size).toBe(6)
  expect(after.slice(0, 3).map(({ address }) => address)).toEqual(before.map(({ address }) => address))
  expect(await described()).toMatchObject({ state: 'ACTIVE', numberOfBrokerNodes: 6 })

  expect(await ends(await count(3))).toBe('UPDATE_COMPLETE')
  expect((await brokers()).map(({ nodeId }) => nodeId)).toEqual([1, 2, 3])
  const { clusterOperationInfoList } = await listClusterOperations({
    ctx,
    input: { clusterArn, maxResults: 10 },
  })
  expect(clusterOperationInfoList?.map(({ operationType }) => operationType)).toEqual([
    'DECREASE_BROKER_COUNT',
    'INCREASE_BROKER_COUNT',
  ])
  expect(clusterOperationInfoList?.[1]).toMatchObject({
    sourceClusterInfo: { numberOfBrokerNodes: 3 },
    targetClusterInfo: { numberOfBrokerNodes: 6 },
  })
}, 60_000)

test('two brokers become four: every node of before restarts, for internal topics come to have three replicas', async () => {
  const group = { clientSubnets: ['subnet-1a', 'subnet-1b'], instanceType: 'kafka.m5.large' }
  const input = createInput('pair', { group, numberOfBrokerNodes: 2 })
  const { clusterArn: arn } = await createClusterV2({ ctx, input })
  const pair = await database().cluster.findUniqueOrThrow({ where: { arn } })
  await outcomeOf(home.database, pair.id, pair.activeOperationId ?? '')
  const { currentVersion } = await database().cluster.findUniqueOrThrow({ where: { arn } })
  const wishes = { ...planned({ targetNumberOfBrokerNodes: 4 }), clusterId: pair.id }
  const plan = await planChange({ ctx, input: wishes })
  expect(plan).toMatchObject({ refusals: [], added: [{ nodeId: 3 }, { nodeId: 4 }], hasTrial: true })
  expect(plan.restarts.map(({ nodeId }) => nodeId)).toEqual([10_003, 10_002, 10_001, 1, 2])
  const { operationId } = await changeCluster({ ctx, input: { ...wishes, currentVersion } })
  expect(await outcomeOf(home.database, pair.id, operationId)).toBe('UPDATE_COMPLETE')
  const nodes = await database().node.findMany({ where: { clusterId: pair.id, role: 'broker' } })
  expect(nodes).toHaveLength(4)
}, 240_000)

test('brokers that hold partitions of their owner are not taken away', async () => {
  expect(await ends(await count(6))).toBe('UPDATE_COMPLETE')
  createTopic(home.runtime.world({ id, arn: clusterArn }), 'shop', 2, 6, 2)
  await expect(count(3)).rejects.toThrow(/Brokers 4, 5, 6 hold 6 replicas of shop/)
  const plan = await planChange({ ctx, input: planned({ targetNumberOfBrokerNodes: 3 }) })
  expect(plan.refusals).toEqual([expect.stringContaining('kafka-reassign-partitions')])
}, 60_000)

test('every broker becomes one of another type, one after the other', async () => {
  const { currentVersion } = await described()
  const change = (targetInstanceType: string) =>
    updateBrokerType({ ctx, input: { clusterArn, currentVersion, targetInstanceType } })
  await expect(change('kafka.m5.large')).rejects.toThrow(/of type kafka.m5.large already/)
  await expect(change('kafka.t3.small')).rejects.toThrow(/Unsupported InstanceType/)
  const plan = await planChange({ ctx, input: planned({ targetInstanceType: 'kafka.m5.xlarge' }) })
  expect(plan.restarts.map(({ nodeId }) => nodeId)).toEqual([1, 2, 3])
  expect(plan.hasTrial).toBe(false)
  expect(await ends(await change('kafka.m5.xlarge'))).toBe('UPDATE_COMPLETE')
  expect(await described()).toMatchObject({ brokerNodeGroupInfo: { instanceType: 'kafka.m5.xlarge' } })
}, 60_000)

test('several wishes are one change', async () => {
  const { currentVersion } = await described()
  const wishes = {
    targetNumberOfBrokerNodes: 6,
    targetInstanceType: 'kafka.m5.xlarge',
    targetVolumeSizeGB: 200,
  }
  const plan = await planChange({ ctx, input: planned(wishes) })
  expect(plan.facts.map(({ name }) => name)).toEqual(['instanceType', 'numberOfBrokerNodes', 'volumeSizeGB'])
  expect(plan.command?.match(/aws kafka update/g)).toHaveLength(3)
  const { operationId } = await changeCluster({ ctx, input: { ...planned(wishes), currentVersion } })
  expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_COMPLETE')
  expect(await described()).toMatchObject({
    numberOfBrokerNodes: 6,
    brokerNodeGroupInfo: {
      instanceType: 'kafka.m5.xlarge',
      storageInfo: { ebsStorageInfo: { volumeSize: 200 } },
    },
  })
  await expect(
    changeCluster({ ctx, input: { ...planned({ targetNumberOfBrokerNodes: 9 }), currentVersion } }),
  ).rejects.toThrow(/isn’t current/)
}, 60_000)

test('an assisted cluster fills the new brokers and empties those that go, and rebalances on demand', async () => {
  const world = () => home.runtime.world({ id, arn: clusterArn })
  const replicas = () => {
    const counts = new Map<number, number>()
    for (const node of world().partitions.flatMap((partition) => partition.replicas)) {
      counts.set(node, (counts.get(node) ?? 0) + 1)
    }
    return Object.fromEntries(counts)
  }
  createTopic(world(), 'shop', 120, 3, 2)
  expect(await ends(await count(6))).toBe('UPDATE_COMPLETE')
  expect(replicas()).toEqual({ 1: 120, 2: 120, 3: 120 })
  expect((await planChange({ ctx, input: planned({ placement: {} }) })).placement).toMatchObject({
    brokers: [1, 2, 3, 4, 5, 6].map((nodeId) => ({ nodeId, after: { replicas: 60, leaders: 20 } })),
  })
  const { currentVersion } = await described()
  const { operationId } = await changeCluster({
    ctx,
    input: { ...planned({ placement: {} }), currentVersion },
  })
  expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_COMPLETE')
  expect(replicas()).toEqual({ 1: 60, 2: 60, 3: 60, 4: 60, 5: 60, 6: 60 })
  expect(world().throttles).toEqual({ rates: {}, topics: [] })
  expect(await database().cluster.findFirstOrThrow()).toMatchObject({ throttled: false })
  const two = { placement: { topic: 'shop', factor: 2 } }
  expect((await planChange({ ctx, input: planned(two) })).placement).toMatchObject({
    partitions: 120,
    leadersOnly: 0,
    bytes: 0,
  })
  for (const [factor, refusal] of [
    [3, 'has 3 replicas already'],
    [7, 'needs 7 brokers'],
  ] as const) {
    const { refusals } = await planChange({
      ctx,
      input: planned({ placement: { topic: 'shop', factor } }),
    })
    expect(refusals).toEqual([expect.stringContaining(refusal)])
  }
  const again = await planChange({ ctx, input: planned({ placement: {} }) })
  expect(again.refusals).toEqual([expect.stringContaining('level already')])

  await tagResource({ ctx, input: { resourceArn: clusterArn, tags: { 'mosaik:behaviour': 'assisted' } } })
  expect(await ends(await count(3))).toBe('UPDATE_COMPLETE')
  expect(replicas()).toEqual({ 1: 120, 2: 120, 3: 120 })
  expect((await brokers()).map(({ nodeId }) => nodeId)).toEqual([1, 2, 3])
  createTopic(world(), 'wide', 1, 3, 2)
  expect(await ends(await count(9))).toBe('UPDATE_COMPLETE')
  expect(Object.keys(replicas())).toHaveLength(9)
}, 120_000)

test('what is under way is slowed down and taken back, and what is over is neither', async () => {
  expect(await ends(await count(6))).toBe('UPDATE_COMPLETE')
  const { operationId } = await changeCluster({
    ctx,
    input: {
      ...planned({ targetInstanceType: 'kafka.m5.xlarge' }),
      currentVersion: (await described()).currentVersion,
    },
  })
  const steer = (order: object) => steerOperation({ ctx, input: { operationId, ...order } })
  await expect(steer({})).rejects.toThrow(/changes nothing/)
  await expect(steer({ bytesPerSecond: 1_000_000 })).rejects.toThrow(/copies no partitions/)
  await steer({ pace: 'paused' })
  await steer({ pace: 'resumed' })
  await steer({ takeBack: true })
  await expect(steer({ takeBack: true })).rejects.toThrow(/taken back already/)
  expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_FAILED')
  expect(await database().operation.findUniqueOrThrow({ where: { id: operationId } })).toMatchObject({
    errorCode: 'cancelled',
  })
  expect(await described()).toMatchObject({ brokerNodeGroupInfo: { instanceType: 'kafka.m5.large' } })
  await expect(steer({ takeBack: true })).rejects.toThrow(/is over/)
}, 60_000)

const planned = (wishes: {
  targetNumberOfBrokerNodes?: number
  targetInstanceType?: string
  targetVolumeSizeGB?: number
  placement?: PlacementWish
}) => ({ clusterId: id, configurationInfo: null, defaultConfiguration: false, ...wishes })
