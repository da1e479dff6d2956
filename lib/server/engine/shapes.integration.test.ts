import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { readClusterStatus } from '../status/read-cluster-status'
import { engineOn, outcomeOf } from '../testing/fleet'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { askForDeletion, askForPower, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import type { RunningEngine } from './run-engine'

/** The shapes beside the usual one live the same life, shorter told. */

let home: TestHome<BrokerRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
let cluster: PlantedCluster | null = null

beforeEach(async () => {
  home = await openTestHome(quickRuntime())
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  engine = await engineOn({ ...home, database: home.database, runtime })
})
afterEach(async () => {
  await engine.stop()
  if (cluster) await runtime.destroyCluster(cluster, engine.epoch)
  cluster = null
  await home.close()
})

test.each([
  [
    'one combined node',
    { shape: 'DEVELOPMENT', brokerCount: 1 } as const,
    { servingBrokers: 1, servingVoters: 1 },
  ],
  [
    'three ZooKeeper servers and three brokers of 2.2.1',
    { kafkaVersion: '2.2.1', release: '2.2.1', mode: 'ZOOKEEPER' } as const,
    { servingBrokers: 3, servingVoters: 3 },
  ],
])('%s', async (_, specification, health) => {
  const planted = await plantCluster(home.database, { network: '127.50', specification })
  cluster = planted
  const ended = (operationId: string) => outcomeOf(home.database, planted.id, operationId)
  const status = () => readClusterStatus(home.database, planted.id, Date.now())
  expect(await ended(planted.operationId)).toBe('UPDATE_COMPLETE')
  expect((await status())?.view?.health).toMatchObject(health)
  const seen = new Set<string | undefined>()
  for (let looks = 0; looks < 20; looks++) {
    seen.add((await status())?.state)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(seen).toEqual(new Set(['ACTIVE']))
  expect(await ended(await askForPower(home.database, planted, 'off'))).toBe('UPDATE_COMPLETE')
  expect(await ended(await askForPower(home.database, planted, 'on'))).toBe('UPDATE_COMPLETE')
  expect((await status())?.view?.health).toMatchObject(health)
  expect(await ended(await askForDeletion(home.database, planted))).toBe('UPDATE_COMPLETE')
  expect(await runtime.directories()).toEqual([])
})
