import { afterEach, beforeEach, expect, test } from 'vitest'
import { crash, createTopic } from '@/lib/broker-runtime/fake/faults'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { pruneElections } from '../background/prune-elections'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import type { RunningEngine } from './run-engine'

let home: TestHome<FakeRuntime>
let engine: RunningEngine
let cluster: PlantedCluster

beforeEach(async () => {
  home = await openTestHome()
  engine = await engineOn(home)
  cluster = await plantCluster(home.database)
  await outcomeOf(home.database, cluster.id, cluster.operationId)
  await until('the first leader is written down', async () => (await elections()).length > 0)
})
afterEach(async () => {
  await engine.stop()
  await home.close()
})

const elections = () =>
  home.database.election.findMany({ where: { clusterId: cluster.id }, orderBy: { id: 'asc' } })
const world = () => home.runtime.world(cluster)
const quorumLeaders = async () =>
  (await elections()).flatMap(({ partitions, former, leaders, lastSeenAt }) =>
    partitions === null ? [{ former, leaders, isSeen: lastSeenAt !== null }] : [],
  )

test('the first leader is there to be compared with; the next one is an election, once', async () => {
  const first = world().leader ?? 0
  expect(await quorumLeaders()).toEqual([{ former: null, leaders: `[${first}]`, isSeen: false }])
  crash(world(), first)
  await until('another leads', async () => (await quorumLeaders()).length > 1)
  const next = world().leader ?? 0
  expect(next).not.toBe(first)
  expect((await quorumLeaders()).slice(1)).toEqual([{ former: first, leaders: `[${next}]`, isSeen: true }])
})

test('an election while Mosaik was away is told by the leader written down last', async () => {
  const first = world().leader ?? 0
  await engine.stop()
  engine = await engineOn(home)
  await until('it has looked', () => (engine.seenAt().get(cluster.id) ?? 0) > 0)
  expect(await quorumLeaders()).toHaveLength(1)
  await engine.stop()
  crash(world(), first)
  engine = await engineOn(home)
  await until('another leads', async () => (await quorumLeaders()).length > 1)
  expect((await quorumLeaders())[1]).toMatchObject({ former: first, isSeen: false })
})

test('a broker that dies is one election of all its partitions', async () => {
  const seen = engine.factTimes(cluster.id)?.countedAt ?? 0
  expect(createTopic(world(), 'orders', 300, 3, 2)).toBe(true)
  await until('they were seen', () => (engine.factTimes(cluster.id)?.countedAt ?? 0) > seen)
  crash(world(), 2)
  await until('others lead', async () => (await elections()).some(({ former }) => former === 2))
  const ofBroker = (await elections()).filter(({ former }) => former === 2)
  expect(ofBroker).toMatchObject([{ partitions: 100, leaders: '[3]', epoch: null }])
  expect(ofBroker[0]?.lastSeenAt).not.toBeNull()
})

test('old elections go, the last leader of the quorum stays', async () => {
  const [first] = await elections()
  const row = { clusterId: cluster.id, at: new Date(), former: 2, leaders: '[3]', partitions: 4 }
  await home.database.election.createMany({ data: Array.from({ length: 510 }, () => row) })
  await pruneElections({ database: home.database })
  const left = await elections()
  expect(left).toHaveLength(501)
  expect(left[0]?.id).toBe(first?.id)
})
