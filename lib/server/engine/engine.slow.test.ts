import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { crash, hang, loseDirectory } from '@/lib/broker-runtime/fake/faults'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { RESTART_REST_MS } from '@/lib/domain/plan/deadlines'
import { events, wake } from '../process'
import { readClusterStatus } from '../status/read-cluster-status'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { askForDeletion, askForPower, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import type { RunningEngine } from './run-engine'

vi.setConfig({ testTimeout: 60_000 })

let home: TestHome<FakeRuntime>
let engine: RunningEngine

beforeEach(async () => {
  home = await openTestHome()
  engine = await engineOn(home)
})
afterEach(async () => {
  await engine.stop()
  await home.close()
})

const created = async (): Promise<PlantedCluster> => {
  const cluster = await plantCluster(home.database)
  expect(await outcomeOf(home.database, cluster.id, cluster.operationId)).toBe('UPDATE_COMPLETE')
  return cluster
}
const status = async ({ id }: PlantedCluster) => readClusterStatus(home.database, id, Date.now())
const state = async (cluster: PlantedCluster) => (await status(cluster))?.state
const running = (cluster: PlantedCluster) =>
  home.runtime.world(cluster).nodes.filter(({ process }) => process !== null)

test('a cluster is created, stopped, started and deleted', async () => {
  const cluster = await created()
  expect(await state(cluster)).toBe('ACTIVE')
  expect((await status(cluster))?.view?.health).toMatchObject({ servingBrokers: 3, servingVoters: 3 })

  const stop = await askForPower(home.database, cluster, 'off')
  expect(await outcomeOf(home.database, cluster.id, stop)).toBe('UPDATE_COMPLETE')
  expect(running(cluster)).toEqual([])
  expect((await status(cluster))?.view?.nodes.map(({ health }) => health)).toEqual(Array(6).fill('stopped'))

  const start = await askForPower(home.database, cluster, 'on')
  expect(await outcomeOf(home.database, cluster.id, start)).toBe('UPDATE_COMPLETE')
  expect(running(cluster)).toHaveLength(6)

  await home.database.tag.create({ data: { resourceArn: cluster.arn, key: 'team', value: 'a' } })
  const deletion = await askForDeletion(home.database, cluster)
  expect(await outcomeOf(home.database, cluster.id, deletion)).toBe('UPDATE_COMPLETE')
  const { database } = home
  const left = [
    database.cluster.count(),
    database.node.count(),
    database.tag.count(),
    database.generation.count(),
  ]
  expect(await Promise.all(left)).toEqual([0, 0, 0, 0])
  expect(await database.addressMemory.count()).toBe(6)
  expect(await home.runtime.directories()).toEqual([])
})

test('the operation page keeps every phase with its time', async () => {
  await engine.stop()
  await home.close()
  // Long enough that no pause of this machine can hide that a node joins.
  home = await openTestHome(quickRuntime({ registerMs: 1_000 }))
  engine = await engineOn(home)
  const cluster = await created()
  const rows = await home.database.operationRow.findMany({
    where: { operationId: cluster.operationId, step: 'nodes', nodeId: 1 },
  })
  const [row] = rows
  expect(JSON.parse(row?.phases ?? '[]')).toMatchObject([
    { phase: 'waiting' },
    { phase: 'starting' },
    { phase: 'joining' },
    { phase: 'done' },
  ])
  expect(row?.endedAt).toEqual(row?.since)
  const told = await home.database.operationEvent.findMany({ where: { operationId: cluster.operationId } })
  expect(told.filter(({ key }) => key === 'nodeStarting')).toHaveLength(6)
  expect(told.at(-1)?.key).toBe('completed')
})

test('pages are told of each change with growing versions', async () => {
  const heard: { topic: string; version: number }[] = []
  events().subscribe({ hint: (hint) => heard.push(hint), ended: () => undefined })
  const cluster = await created()
  const topics = new Set(heard.map(({ topic }) => topic))
  expect(topics).toEqual(new Set(['clusters', `cluster/${cluster.id}`, `operation/${cluster.operationId}`]))
  expect(heard.map(({ version }) => version)).toEqual(
    heard.map(({ version }) => version).toSorted((a, b) => a - b),
  )
})

test('delete cancels a creation under way', async () => {
  const cluster = await plantCluster(home.database)
  const { database } = home
  void outcomeOf(database, cluster.id, cluster.operationId)
  await until('the nodes boot', () => running(cluster).length === 6)
  const deletion = await askForDeletion(database, cluster)
  expect(await outcomeOf(database, cluster.id, deletion)).toBe('UPDATE_COMPLETE')
  expect(running(cluster)).toEqual([])
  expect(await database.cluster.count()).toBe(0)
})

test('a node that dies while the cluster is created is started again', async () => {
  const cluster = await plantCluster(home.database)
  const ended = outcomeOf(home.database, cluster.id, cluster.operationId)
  await until('the nodes boot', () => running(cluster).length === 6)
  expect(crash(home.runtime.world(cluster), 2)).toBe(true)
  expect(await ended).toBe('UPDATE_COMPLETE')
  const told = await home.database.operationEvent.findMany({ where: { key: 'nodeExited' } })
  expect(told).toMatchObject([{ nodeId: 2 }])
  expect(told[0]?.parameters).toContain('OutOfMemoryError')
})

test('a creation whose node never boots fails with the reason of its log', async () => {
  const cluster = await plantCluster(home.database, {
    specification: { configuration: { 'mosaik.fake.poison': 'crash' } },
  })
  expect(await outcomeOf(home.database, cluster.id, cluster.operationId)).toBe('UPDATE_FAILED')
  const operation = await home.database.operation.findUniqueOrThrow({ where: { id: cluster.operationId } })
  expect(operation.errorMessage).toContain('failed 3 times to start: ERROR Exiting Kafka')
  expect(await state(cluster)).toBe('FAILED')
  await until('the message is shown', async () =>
    ((await status(cluster))?.view?.stateMessage ?? '').includes('Exiting Kafka'),
  )
  const deletion = await askForDeletion(home.database, cluster)
  expect(await outcomeOf(home.database, cluster.id, deletion)).toBe('UPDATE_COMPLETE')
})

test('a broker that dies in an active cluster is healed', async () => {
  const cluster = await created()
  crash(home.runtime.world(cluster), 3)
  await until('it is seen', async () => (await state(cluster)) === 'HEALING')
  await until('it is healed', async () => (await state(cluster)) === 'ACTIVE')
  expect(running(cluster)).toHaveLength(6)
  const [incident, ...others] = await home.database.incident.findMany({ where: { clusterId: cluster.id } })
  expect(others).toEqual([])
  expect(incident).toMatchObject({ kind: 'processGone', reason: expect.stringContaining('OutOfMemoryError') })
  expect(incident?.endedAt).not.toBeNull()
})

const pause = async (
  { id }: PlantedCluster,
  healingPausedAt: Date | null,
  healingPausedUntil: Date | null = null,
) => {
  await home.database.cluster.update({ where: { id }, data: { healingPausedAt, healingPausedUntil } })
  wake(id)
}
/** Longer ago than a crashed node rests before it is started again. */
const wasLookedAt = (cluster: PlantedCluster, diedAt: number) =>
  until(
    'it is looked at again',
    () => (engine.seenAt().get(cluster.id) ?? 0) > diedAt + RESTART_REST_MS + 500,
  )

test('a broker that dies while healing is paused stays as it is until somebody resumes', async () => {
  const cluster = await created()
  const since = new Date()
  await pause(cluster, since)
  crash(home.runtime.world(cluster), 3)
  const diedAt = Date.now()
  await until('it is told', async () => {
    const waitingFor = (await status(cluster))?.view?.health.waitingFor
    return waitingFor?.is === 'healingPaused' && waitingFor['sinceAt'] === since.getTime()
  })
  expect(await state(cluster)).toBe('HEALING')
  await wasLookedAt(cluster, diedAt)
  expect(running(cluster)).toHaveLength(5)
  // Another Mosaik on this home knows of it too.
  await engine.stop()
  engine = await engineOn(home)
  await wasLookedAt(cluster, Date.now())
  expect(running(cluster)).toHaveLength(5)
  await pause(cluster, null)
  await until('it is healed', async () => (await state(cluster)) === 'ACTIVE')
  expect(running(cluster)).toHaveLength(6)
})

test('a forgotten pause ends by itself', async () => {
  const cluster = await created()
  const endsAt = Date.now() + 2_500
  await pause(cluster, new Date(), new Date(endsAt))
  crash(home.runtime.world(cluster), 3)
  await wasLookedAt(cluster, Date.now())
  expect(running(cluster)).toHaveLength(5)
  await until('it is healed', async () => (await state(cluster)) === 'ACTIVE')
  expect(Date.now()).toBeGreaterThan(endsAt)
  expect(running(cluster)).toHaveLength(6)
})

test('a cluster is stopped and started while healing is paused', async () => {
  const cluster = await created()
  await pause(cluster, new Date())
  crash(home.runtime.world(cluster), 3)
  await until('it is seen', async () => (await state(cluster)) === 'HEALING')
  const stop = await askForPower(home.database, cluster, 'off')
  expect(await outcomeOf(home.database, cluster.id, stop)).toBe('UPDATE_COMPLETE')
  const start = await askForPower(home.database, cluster, 'on')
  expect(await outcomeOf(home.database, cluster.id, start)).toBe('UPDATE_COMPLETE')
  expect(running(cluster)).toHaveLength(6)
})

test('a lost directory of a broker that holds nothing is filled again', async () => {
  const cluster = await created()
  loseDirectory(home.runtime.world(cluster), 1)
  await until('it is seen', async () => (await state(cluster)) === 'HEALING')
  await until('it is healed', async () => (await state(cluster)) === 'ACTIVE')
  expect(running(cluster)).toHaveLength(6)
  const incidents = await home.database.incident.findMany({ where: { clusterId: cluster.id } })
  expect(incidents.map(({ kind, nodeId }) => ({ kind, nodeId }))).toEqual([{ kind: 'volumeLost', nodeId: 1 }])
})

test('a restarted Mosaik adopts what runs', async () => {
  const cluster = await created()
  const before = running(cluster).map(({ process }) => process?.boot)
  await engine.stop()
  engine = await engineOn(home)
  await until('it has looked', () => (engine.seenAt().get(cluster.id) ?? 0) > 0)
  const stop = await askForPower(home.database, cluster, 'off')
  expect(running(cluster).map(({ process }) => process?.boot)).toEqual(before)
  expect(await outcomeOf(home.database, cluster.id, stop)).toBe('UPDATE_COMPLETE')
})

test('an older engine writes nothing and moves nothing any more', async () => {
  const cluster = await created()
  const younger = await engineOn(home)
  const deletion = await askForDeletion(home.database, cluster)
  expect(younger.epoch).toBe(engine.epoch + 1)
  expect(await outcomeOf(home.database, cluster.id, deletion)).toBe('UPDATE_COMPLETE')
  await younger.stop()
})

test('a hung cluster does not hold up another', async () => {
  const first = await created()
  for (const { id } of home.runtime.world(first).nodes) hang(home.runtime.world(first), id)
  const second = await created()
  expect(await state(second)).toBe('ACTIVE')
  await until('the hung one is seen', async () => (await state(first)) === 'HEALING')
})

test('a directory newer than the database is looked at and left alone until somebody decides', async () => {
  const cluster = await created()
  await engine.stop()
  await home.database.home.update({ where: { id: 1 }, data: { epoch: 0 } })
  home.runtime.world(cluster).epoch = 7
  engine = await engineOn(home)
  expect(engine.epoch).toBe(8)
  await until('it is shown', async () => (await state(cluster)) === 'MAINTENANCE')
  await leftAlone(cluster, 'A later start of Mosaik drove the directories')
  await decide(cluster)
  await until('it is healed', async () => (await state(cluster)) === 'ACTIVE')
  expect(running(cluster)).toHaveLength(6)
})

test('a copy of the database that was put back holds every cluster, also one that is gone, and only once', async () => {
  const cluster = await created()
  const gone = await created()
  await engine.stop()
  for (const { id } of home.runtime.world(gone).nodes) loseDirectory(home.runtime.world(gone), id)
  await home.database.$executeRawUnsafe('PRAGMA application_id = 1')
  engine = await engineOn(home)
  await until('both are shown', async () => {
    const states = [await state(cluster), await state(gone)]
    return states.join() === 'MAINTENANCE,MAINTENANCE'
  })
  await leftAlone(cluster, 'A copy of the database was put back')
  expect((await status(gone))?.view?.stateMessage).toMatch(
    /without a directory: 1, 2, 3, 10001, 10002, 10003\./,
  )
  await decide(cluster)
  await until('it is healed', async () => (await state(cluster)) === 'ACTIVE')
  await engine.stop()
  engine = await engineOn(home)
  await until('the other still waits', async () => (await state(gone)) === 'MAINTENANCE')
  expect(await state(cluster)).toBe('ACTIVE')
})

async function leftAlone(cluster: PlantedCluster, why: string): Promise<void> {
  expect((await status(cluster))?.view?.stateMessage).toContain(why)
  crash(home.runtime.world(cluster), 1)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(running(cluster)).toHaveLength(5)
}

async function decide({ id }: PlantedCluster): Promise<void> {
  await home.database.cluster.update({ where: { id }, data: { heldBecause: null } })
  wake(id)
}

test('fifty clusters come up at once', async () => {
  const clusters = await Promise.all(Array.from({ length: 50 }, () => plantCluster(home.database)))
  const ends = await Promise.all(
    clusters.map(({ id, operationId }) => outcomeOf(home.database, id, operationId)),
  )
  expect(new Set(ends)).toEqual(new Set(['UPDATE_COMPLETE']))
})
