import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTopic } from '@/lib/broker-runtime/fake/faults'
import { PROTECTED_TAG } from '@/lib/domain/protection'
import { startFakeCluster, type FakeCluster } from '../testing/fake-cluster'
import { engineOn, until } from '../testing/fleet'
import { testContext } from '../testing/requests'
import { drillEndpoints } from '@/lib/contract/console/drills'
import { endDrill } from './end-drill'
import { getDrill } from './get-drill'
import { listDrills } from './list-drills'
import { startDrill } from './start-drill'

/** Drills on fake brokers: nobody writes there, so none passes; faults are lifted all the same. */

const BOUND_MS = 30_000
let cluster: FakeCluster
const ctx = testContext()

beforeAll(async () => {
  cluster = await startFakeCluster()
  const state = cluster.home.runtime.world({ id: cluster.id, arn: cluster.clusterArn })
  createTopic(state, 'orders', 6, 3, 2)
})
afterAll(async () => {
  await cluster.engine.stop()
  await cluster.home.close()
})

const start = async (input: Record<string, unknown>) => {
  await until('it may be drilled', async () => (await offered('killBroker')) === null, BOUND_MS)
  const parsed = drillEndpoints.startDrill.input.parse({ clusterId: cluster.id, ...input })
  return (await startDrill({ ctx, input: parsed })).drillId
}
const offered = async (kind: string) =>
  (await listDrills({ ctx, input: { clusterId: cluster.id } })).offered.find((each) => each.kind === kind)
    ?.off
const read = (drillId: string) => getDrill({ ctx, input: { clusterId: cluster.id, drillId } })
const phase = async (drillId: string) => (await read(drillId)).record.phase
const isOver = (drillId: string) => async () => (await read(drillId)).state !== 'RUNNING'
const fake = (node: number) =>
  cluster.home.runtime.world({ id: cluster.id, arn: cluster.clusterArn }).nodes.find(({ id }) => id === node)

test('a drill that is ended early has its faults lifted', async () => {
  const drillId = await start({ kind: 'fillVolume', nodeId: 1 })
  await until('it is filled', async () => fake(1)?.fillerBytes !== null, BOUND_MS)
  // While one is under way there is no other.
  expect(await offered('killBroker')).toBe('drill')
  await endDrill({ ctx, input: { clusterId: cluster.id, drillId } })
  await until('it is over', isOver(drillId), BOUND_MS)
  expect((await read(drillId)).state).toBe('ENDED')
  expect(fake(1)).toMatchObject({ fillerBytes: null })
})

test('another start of Mosaik lifts what the one before left, and ends the drill', async () => {
  const drillId = await start({ kind: 'freezeBroker', nodeId: 3, healing: 'paused' })
  await until('it heals', async () => (await phase(drillId)) === 'healing', BOUND_MS)
  const boot = fake(3)?.process?.boot
  expect(fake(3)?.process?.hung).toBe(true)
  await cluster.engine.stop()
  await cluster.home.restart()
  cluster.engine = await engineOn(cluster.home)
  await until('it is over', isOver(drillId), BOUND_MS)
  const drill = await read(drillId)
  expect(drill).toMatchObject({ state: 'INTERRUPTED', record: { stop: { is: 'restart' } } })
  expect(fake(3)?.process).toMatchObject({ boot, hung: false })
  const row = await cluster.home.database.cluster.findUniqueOrThrow({ where: { id: cluster.id } })
  expect(row.healingPausedAt).toBeNull()
})

test('what was lost and not replaced comes back', async () => {
  const drillId = await start({ kind: 'loseVolume', nodeId: 2, healing: 'paused' })
  await until('it is gone', async () => fake(2)?.isPutAside === true, BOUND_MS)
  await until('it heals', async () => (await phase(drillId)) === 'healing', BOUND_MS)
  const before = fake(2)?.formats
  await endDrill({ ctx, input: { clusterId: cluster.id, drillId } })
  await until('it is over', isOver(drillId), BOUND_MS)
  expect(fake(2)).toMatchObject({ isPutAside: false, formats: before })
})

test('a protected cluster is drilled only by its name', async () => {
  const { database } = cluster.home
  await database.tag.create({ data: { resourceArn: cluster.clusterArn, key: PROTECTED_TAG, value: 'true' } })
  await expect(start({ kind: 'killBroker', nodeId: 1 })).rejects.toThrow('protected')
  await expect(start({ kind: 'killBroker', nodeId: 1, confirmName: 'order' })).rejects.toThrow('protected')
})

test('whom a drill shall hit has to be of the cluster', async () => {
  await expect(start({ kind: 'killBroker', nodeId: 77, confirmName: 'orders' })).rejects.toThrow(
    'Name a broker',
  )
  await expect(start({ kind: 'killZone', zoneId: 'x', confirmName: 'orders' })).rejects.toThrow('Name a zone')
})
