import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { runBackground } from './background'
import type { BackgroundParts, BackgroundWork } from './background/background-work'
import { pruneGenerations } from './background/prune-generations'
import { pruneOperations } from './background/prune-operations'
import { renewObservedAt } from './background/renew-observed-at'
import { systemClock } from './clock'
import type { RunningEngine } from './engine/run-engine'
import { log } from './log'
import { engineOn, outcomeOf } from './testing/fleet'
import { openTestHome, type TestHome } from './testing/home'
import { askForDeletion, askForPower, plantCluster } from './testing/planted-cluster'

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

const parts = (over: Partial<BackgroundParts> = {}): BackgroundParts => ({
  database: home.database,
  clock: systemClock,
  engine,
  signal: new AbortController().signal,
  ...over,
})
const DAY_MS = 24 * 3_600_000
const inDays = (days: number) => ({ ...systemClock, now: () => Date.now() + days * DAY_MS })

test('work runs in its period, never twice at once, and outlives its own failures', async () => {
  let runs = 0
  let atOnce = 0
  let most = 0
  const slow: BackgroundWork = {
    name: 'slow',
    periodMs: 5,
    boundMs: 1_000,
    async run() {
      runs += 1
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise((resolve) => setTimeout(resolve, 20))
      atOnce -= 1
      throw new Error('sentinel')
    },
  }
  const background = runBackground(parts(), log, [slow])
  await new Promise((resolve) => setTimeout(resolve, 120))
  await background.stop()
  const before = runs
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(runs).toBeGreaterThan(1)
  expect(most).toBe(1)
  expect(runs).toBe(before)
})

test('what was looked at of late is renewed, also when nothing changed', async () => {
  const cluster = await plantCluster(home.database)
  await outcomeOf(home.database, cluster.id, cluster.operationId)
  const observedAt = async () =>
    (await home.database.clusterStatus.findUniqueOrThrow({ where: { clusterId: cluster.id } })).observedAt
  await home.database.clusterStatus.update({
    where: { clusterId: cluster.id },
    data: { observedAt: new Date(0) },
  })
  await renewObservedAt(parts({ clock: inDays(1) }))
  expect((await observedAt()).getTime()).toBe(0)
  await renewObservedAt(parts())
  expect(Date.now() - (await observedAt()).getTime()).toBeLessThan(5_000)
})

test('operations of deleted clusters go after a month, those of living ones stay', async () => {
  const [gone, stays] = [await plantCluster(home.database), await plantCluster(home.database)]
  await outcomeOf(home.database, stays.id, stays.operationId)
  const deletion = await askForDeletion(home.database, gone)
  await outcomeOf(home.database, gone.id, deletion)
  const ids = async () => (await home.database.operation.findMany()).map(({ clusterId }) => clusterId)
  await pruneOperations(parts({ clock: inDays(29) }))
  expect(new Set(await ids())).toEqual(new Set([gone.id, stays.id]))
  await pruneOperations(parts({ clock: inDays(31) }))
  expect(new Set(await ids())).toEqual(new Set([stays.id]))
})

test('specifications that nobody names go, the one the nodes run stays', async () => {
  const cluster = await plantCluster(home.database)
  await outcomeOf(home.database, cluster.id, cluster.operationId)
  await askForPower(home.database, cluster, 'off')
  await engine.stop()
  const { database } = home
  const { specification } = await database.generation.findFirstOrThrow()
  await database.generation.createMany({
    data: Array.from({ length: 38 }, (_, index) => ({
      clusterId: cluster.id,
      number: index + 3,
      specification,
    })),
  })
  await database.cluster.update({ where: { id: cluster.id }, data: { generation: 40 } })
  await pruneGenerations(parts())
  const left = (await database.generation.findMany({ orderBy: { number: 'asc' } })).map(
    ({ number }) => number,
  )
  expect(left.slice(0, 2)).toEqual([1, 20])
  expect(left.at(-1)).toBe(40)
})
