import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { changeHealing } from '../cluster/change-healing'
import { systemClock } from '../clock'
import type { RunningEngine } from '../engine/run-engine'
import { log } from '../log'
import { onWake, setRuntime } from '../process'
import { readClusterStatus } from '../status/read-cluster-status'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { askForDeletion, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { changeAvailability } from './change-availability'
import { getAvailability } from './get-availability'
import { keptMinutes } from './kept-minutes'
import { runAvailability } from './run-availability'

/** A broker of its own, measured while it serves, while it is suspended and while nobody wants it measured. */

const NETWORK = '127.142'
const ctx = testContext()
/** As if the cluster had been there for a minute already. */
const clock = { ...systemClock, now: () => systemClock.now() + 60_000 }

let home: TestHome<BrokerRuntime>
let engine: RunningEngine
let cluster: PlantedCluster

beforeAll(async () => {
  home = await openTestHome<BrokerRuntime>(createLocalRuntime(localSettings('', process.env)))
  home.runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(home.runtime)
  engine = await engineOn(home)
  cluster = await plantCluster(home.database, {
    network: NETWORK,
    specification: { shape: 'DEVELOPMENT', brokerCount: 1 },
  })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
})
afterAll(async () => {
  const deletion = await askForDeletion(home.database, cluster)
  await outcomeOf(home.database, cluster.id, deletion)
  await engine.stop()
  await home.close()
})

/** What was counted while this ran, for writing and for reading. */
async function measuredFor(ms: number) {
  const before = await sums()
  const running = runAvailability({ database: home.database, clock, log, onWake })
  await sleep(ms)
  await running.stop()
  const after = await sums()
  const grown = (direction: 'write' | 'read') => ({
    attempts: after[direction].attempts - before[direction].attempts,
    failed: after[direction].failed - before[direction].failed,
  })
  return { write: grown('write'), read: grown('read') }
}

async function sums() {
  const minutes = keptMinutes(
    await home.database.availabilityHour.findMany({ where: { clusterId: cluster.id } }),
  )
  const sum = (direction: 'write' | 'read') => ({
    attempts: minutes.reduce((total, minute) => total + minute[direction].attempts, 0),
    failed: minutes.reduce((total, minute) => total + minute[direction].failed, 0),
  })
  return { write: sum('write'), read: sum('read') }
}

const pidOf = async () =>
  (await readClusterStatus(home.database, cluster.id, Date.now()))?.view?.nodes[0]?.pid ?? null

test('a broker that serves is written and read', async () => {
  const { write, read } = await measuredFor(11_000)
  expect(write.attempts).toBeGreaterThanOrEqual(3)
  expect([write.failed, read.failed, read.attempts]).toEqual([0, 0, write.attempts])
})

test('one that is suspended is not, and its minutes are counted so', async () => {
  await changeHealing({ ctx, input: { clusterId: cluster.id, healing: 'paused', forMinutes: 15 } })
  await until('its process is known', async () => (await pidOf()) !== null)
  const pid = await pidOf()
  if (pid === null) throw new Error('No process.')
  process.kill(pid, 'SIGSTOP')
  try {
    const { write, read } = await measuredFor(16_000)
    expect(write.attempts).toBeGreaterThanOrEqual(3)
    expect([write.failed, read.failed]).toEqual([write.attempts, read.attempts])
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  const after = await measuredFor(11_000)
  expect(after.write.attempts).toBeGreaterThanOrEqual(3)
  expect(after).toMatchObject({ write: { failed: 0 }, read: { failed: 0 } })
  const shown = await getAvailability({ ctx, input: { clusterId: cluster.id } })
  expect(shown.isOn).toBe(true)
  expect(shown.days).toHaveLength(35)
})

test('one that nobody wants measured is left alone', async () => {
  await changeAvailability({ ctx, input: { clusterId: cluster.id, isOn: false } })
  expect(await measuredFor(6_000)).toMatchObject({ write: { attempts: 0 }, read: { attempts: 0 } })
  expect(await getAvailability({ ctx, input: { clusterId: cluster.id } })).toMatchObject({ isOn: false })
})
