import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTopic } from '@/lib/broker-runtime/fake/faults'
import { BRAKE_BYTES_PER_SECOND, volumeBytesOf } from '@/lib/domain/volume-limit'
import { systemClock } from '../../clock'
import { database } from '../../process'
import { engineOn, outcomeOf, until } from '../../testing/fleet'
import { startFakeCluster, type FakeCluster } from '../../testing/fake-cluster'
import { createInput, testContext } from '../../testing/requests'
import { describeCluster } from '../describe-cluster'
import { getCluster } from '../get-cluster'
import { updateBrokerStorage } from '../update-storage'
import { changeGrowthRule } from './change-growth-rule'
import { growByRule } from './grow-by-rule'

let home: FakeCluster['home']
let engine: FakeCluster['engine']
let clusterArn = ''
let id = ''
const ctx = testContext()

beforeEach(async () => {
  const group = { storageInfo: { ebsStorageInfo: { volumeSize: 10 } } }
  const tags = { 'mosaik:behaviour': 'assisted' }
  ;({ home, engine, clusterArn, id } = await startFakeCluster(createInput('orders', { group, tags })))
})
afterEach(async () => {
  await engine.stop()
  await home.close()
})

const world = () => home.runtime.world({ id, arn: clusterArn })
const fill = (node: number, share: number): void => {
  for (const each of world().nodes) if (each.id === node) each.usedBytes = share * volumeBytesOf(10)
}
const shown = () => getCluster({ ctx, input: { clusterId: id } })
const described = async () => (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo
const grow = () => growByRule({ database: database(), clock: systemClock })
const running = () => world().nodes.flatMap(({ id: node, process }) => (process === null ? [] : [node]))
const rule = { thresholdPercent: 70, stepGiB: 5, ceilingGiB: 12 }

test('a volume that fills is braked for, stopped at and grown out of', async () => {
  expect(createTopic(world(), 'orders', 6, 3, 2)).toBe(true)
  world().quota = 500_000
  fill(2, 0.85)
  await until('somebody is asked to act', async () => (await shown()).volumes.action === 'ACTION_RECOMMENDED')
  fill(2, 0.94)
  await until('producers are slowed', () => world().quota === BRAKE_BYTES_PER_SECOND)
  fill(2, 0.98)
  await until('the broker is stopped', async () => !running().includes(2))
  await until('it is shown', async () => (await shown()).nodes.some(({ isVolumeFull }) => isVolumeFull))
  const info = await described()
  expect(info).toMatchObject({ state: 'ACTIVE', customerActionStatus: 'CRITICAL_ACTION_REQUIRED' })
  await engine.stop()
  engine = await engineOn(home)
  await until('a new engine has looked', () => (engine.seenAt().get(id) ?? 0) > 0)
  expect(running()).not.toContain(2)
  const volumes = [{ kafkaBrokerNodeId: 'ALL', volumeSizeGB: 20 }]
  const { clusterOperationArn } = await updateBrokerStorage({
    ctx,
    input: { clusterArn, currentVersion: info.currentVersion, targetBrokerEBSVolumeInfo: volumes },
  })
  await outcomeOf(home.database, id, clusterOperationArn.split('/').at(-1) ?? '')
  await until('it is back', () => running().includes(2))
  await until('producers have what they had', () => world().quota === 500_000)
  await until('nobody is asked to act', async () => (await described()).customerActionStatus === 'NONE')
}, 30_000)

test('volumes grow by rule, to the ceiling, and say why not further', async () => {
  await expect(
    changeGrowthRule({ ctx, input: { clusterId: id, rule: { ...rule, ceilingGiB: 10 } } }),
  ).rejects.toThrow(/have 10 GiB already/)
  await changeGrowthRule({ ctx, input: { clusterId: id, rule } })
  fill(2, 0.6)
  await until('it is seen', async () => (await shown()).nodes.some((node) => node.volumeUsedBytes !== 0))
  await grow()
  expect((await shown()).volumeSizeGiB).toBe(10)
  fill(2, 0.9)
  await until('it is fuller', async () =>
    (await shown()).nodes.some((node) => (node.volumeUsedBytes ?? 0) > 0.8 * volumeBytesOf(10)),
  )
  await grow()
  const operation = await database().operation.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  expect(operation).toMatchObject({ mskType: 'UPDATE_BROKER_STORAGE', actor: 'by rule' })
  expect(await outcomeOf(home.database, id, operation.id)).toBe('UPDATE_COMPLETE')
  expect((await shown()).volumeSizeGiB).toBe(12)
  expect(await database().audit.findFirst({ where: { verb: 'UpdateBrokerStorage' } })).toMatchObject({
    actor: 'by rule',
  })
  await grow()
  await grow()
  expect(await shown()).toMatchObject({
    volumeSizeGiB: 12,
    growthRule: rule,
    growthRefusal: expect.stringContaining('lets them grow to 12 GiB'),
  })
  await changeGrowthRule({ ctx, input: { clusterId: id, rule: null } })
  expect(await shown()).toMatchObject({ growthRule: null, growthRefusal: null })
}, 30_000)
