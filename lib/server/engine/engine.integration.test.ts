import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { endpointOf } from '@/lib/domain/node'
import { isKnown } from '@/lib/domain/plan/world'
import { placeOf } from '../cluster/place-of'
import { openAdmin } from '../kafka/admin'
import { createTopic } from '../kafka/topics/create-topic'
import { readClusterStatus } from '../status/read-cluster-status'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { askForDeletion, askForPower, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import type { RunningEngine } from './run-engine'

/** Real Kafka through its whole life, as one story: each test goes on where the one before ended. */

const BOUND_MS = 120_000

let home: TestHome<BrokerRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
let cluster: PlantedCluster

const startEngine = () => engineOn({ ...home, database: home.database, runtime })
const ended = (operationId: string) => outcomeOf(home.database, cluster.id, operationId)
const status = () => readClusterStatus(home.database, cluster.id, Date.now())
const pids = async () => {
  const { memory } = await runtime.observe(cluster)
  return Object.fromEntries(Object.entries(memory).map(([node, { pid }]) => [node, pid]))
}

const elections = () =>
  home.database.election.findMany({ where: { clusterId: cluster.id, former: { not: null } } })

/** Twelve partitions over three brokers, known to the engine. */
async function createOrders(): Promise<void> {
  const nodes = await home.database.node.findMany({ where: { clusterId: cluster.id, role: 'broker' } })
  const admin = openAdmin({ bootstrap: nodes.map((node) => endpointOf(placeOf(node), 'client')) })
  await createTopic(admin, { name: 'orders', partitionCount: 12, replicationFactor: 3 })
  admin.close()
  const createdAt = Date.now()
  const isCounted = () => (engine.factTimes(cluster.id)?.countedAt ?? 0) > createdAt
  await until('the partitions are seen', isCounted, 30_000)
}

beforeAll(async () => {
  home = await openTestHome(quickRuntime())
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  engine = await startEngine()
})
afterAll(async () => {
  await engine.stop()
  if (cluster) await runtime.destroyCluster(cluster, engine.epoch)
  await home.close()
})

test('three controllers and three brokers come up and serve', async () => {
  cluster = await plantCluster(home.database, { network: '127.50' })
  expect(await ended(cluster.operationId)).toBe('UPDATE_COMPLETE')
  const shown = await status()
  expect(shown?.state).toBe('ACTIVE')
  expect(shown?.view?.health).toMatchObject({
    servingBrokers: 3,
    servingVoters: 3,
    underReplicatedPartitions: 0,
    waitingFor: null,
  })
  expect(shown?.view?.nodes.filter(({ isQuorumLeader }) => isQuorumLeader)).toHaveLength(1)
})

test('it stays ACTIVE while nothing happens', async () => {
  const seen = new Set<string | undefined>()
  const endsAt = Date.now() + 8_000
  while (Date.now() < endsAt) {
    seen.add((await status())?.state)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(seen).toEqual(new Set(['ACTIVE']))
})

test('an engine that starts anew finds the same processes', async () => {
  const before = await pids()
  await engine.stop()
  engine = await startEngine()
  await until('it has looked', () => (engine.seenAt().get(cluster.id) ?? 0) > 0)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(await pids()).toEqual(before)
  expect((await status())?.state).toBe('ACTIVE')
})

test('a broker killed from outside is healed, and its partitions got other leaders meanwhile', async () => {
  await createOrders()
  const before = await pids()
  process.kill(before['2'] ?? 0, 'SIGKILL')
  await until('it is seen', async () => (await status())?.state === 'HEALING', BOUND_MS)
  await until('it is healed', async () => (await status())?.state === 'ACTIVE', BOUND_MS)
  const after = await pids()
  expect({ ...after, 2: 0 }).toEqual({ ...before, 2: 0 })
  expect(after['2']).not.toBe(before['2'])
  const lost = (await elections()).filter(({ former }) => former === 2)
  expect(lost.reduce((sum, { partitions }) => sum + (partitions ?? 0), 0)).toBe(4)
  expect(lost.length).toBeLessThanOrEqual(2)
})

test('another controller is elected where the leading one is killed', async () => {
  const before = await pids()
  const leader = (await status())?.view?.nodes.find(({ isQuorumLeader }) => isQuorumLeader)?.nodeId ?? 0
  process.kill(before[leader] ?? 0, 'SIGKILL')
  const ofQuorum = async () => (await elections()).filter(({ partitions }) => partitions === null)
  await until('another is elected', async () => (await ofQuorum()).length > 0, BOUND_MS)
  const [election] = await ofQuorum()
  expect(election).toMatchObject({ former: leader, epoch: expect.any(Number), lastSeenAt: expect.any(Date) })
  expect(JSON.parse(election?.leaders ?? '')).not.toEqual([leader])
  await until('it is healed', async () => (await status())?.state === 'ACTIVE', BOUND_MS)
})

test('it is stopped and started with its data', async () => {
  expect(await ended(await askForPower(home.database, cluster, 'off'))).toBe('UPDATE_COMPLETE')
  const { processes } = await runtime.observe(cluster)
  expect(isKnown(processes) && Object.values(processes.value).map(({ state }) => state)).toEqual(
    Array(6).fill('absent'),
  )
  expect(isKnown(processes) && Object.values(processes.value).every((proc) => proc.hasDirectory)).toBe(true)
  expect(await ended(await askForPower(home.database, cluster, 'on'))).toBe('UPDATE_COMPLETE')
  expect((await status())?.state).toBe('ACTIVE')
})

test('it is deleted and nothing is left', async () => {
  const processesBefore = Object.values(await pids())
  expect(await ended(await askForDeletion(home.database, cluster))).toBe('UPDATE_COMPLETE')
  expect(await home.database.cluster.count()).toBe(0)
  expect(await runtime.directories()).toEqual([])
  for (const pid of processesBefore) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})
