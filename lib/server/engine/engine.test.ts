import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { events, onWake, wake } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { askForDeletion, askForPower, plantCluster } from '../testing/planted-cluster'
import { readClusterStatus } from '../status/read-cluster-status'
import { runEngine, type RunningEngine } from './run-engine'

let home: TestHome<FakeRuntime>
let engine: RunningEngine

beforeEach(async () => {
  home = await openTestHome()
  engine = await start()
})
afterEach(async () => {
  await engine.stop()
  await home.close()
})

const start = (): Promise<RunningEngine> =>
  runEngine({ database: home.database, runtime: home.runtime, events: events(), onWake })

async function ended(operationId: string): Promise<string> {
  for (;;) {
    const found = await home.database.operation.findUniqueOrThrow({ where: { id: operationId } })
    if (found.endedAt) return found.state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a cluster is created, stopped, started and deleted', { timeout: 60_000 }, async () => {
  const cluster = await plantCluster(home.database)
  wake(cluster.id)
  const t = performance.now()
  expect(await ended(cluster.operationId)).toBe('UPDATE_COMPLETE')
  console.log('create', performance.now() - t)
  const status = await readClusterStatus(home.database, cluster.id, Date.now())
  console.log(JSON.stringify(status, null, 1))
  console.log(await home.database.operationRow.findMany({ where: { operationId: cluster.operationId } }))
  const stop = await askForPower(home.database, cluster, 'off')
  wake(cluster.id)
  expect(await ended(stop)).toBe('UPDATE_COMPLETE')
  const again = await askForPower(home.database, cluster, 'on')
  wake(cluster.id)
  expect(await ended(again)).toBe('UPDATE_COMPLETE')
  const deletion = await askForDeletion(home.database, cluster)
  wake(cluster.id)
  expect(await ended(deletion)).toBe('UPDATE_COMPLETE')
  expect(await home.database.cluster.count()).toBe(0)
  expect(await home.database.addressMemory.count()).toBe(6)
})
