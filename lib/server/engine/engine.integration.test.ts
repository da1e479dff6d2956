import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { readClusterStatus } from '../status/read-cluster-status'
import { events, onWake, setRuntime, wake } from '../process'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { askForDeletion, askForPower, plantCluster } from '../testing/planted-cluster'
import { runEngine, type RunningEngine } from './run-engine'

let home: TestHome<BrokerRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
const start = (): Promise<RunningEngine> =>
  runEngine({ database: home.database, runtime, events: events(), onWake })

beforeAll(async () => {
  home = await openTestHome(quickRuntime())
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(runtime)
  await runtime.prepareRelease('4.3.1')
  while ((await runtime.observeRelease('4.3.1')).state !== 'ready') await new Promise((r) => setTimeout(r, 100))
  engine = await start()
})
afterAll(async () => {
  await engine.stop()
  for (const { id, arn, name } of await home.database.cluster.findMany()) {
    await runtime.destroyCluster({ id, arn, name }, 1_000)
  }
  await home.close()
})

async function ended(operationId: string): Promise<string> {
  for (;;) {
    const found = await home.database.operation.findUniqueOrThrow({ where: { id: operationId } })
    if (found.endedAt) return found.state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
test('real', async () => {
  const cpu0 = process.cpuUsage()
  const t = performance.now()
  const cluster = await plantCluster(home.database, { network: '127.50' })
  wake(cluster.id)
  expect(await ended(cluster.operationId)).toBe('UPDATE_COMPLETE')
  console.log('create ms', performance.now() - t, process.cpuUsage(cpu0))
  const begun = Date.now() - (performance.now() - t)
  for (const row of await home.database.operationRow.findMany({ where: { operationId: cluster.operationId } })) {
    const phases = JSON.parse(row.phases).map((p: { phase: string; at: string }) => `${p.phase}@${Math.round(Date.parse(p.at) - begun)}`)
    console.log(row.step, row.nodeId, phases.join(' '))
  }
  const status = await readClusterStatus(home.database, cluster.id, Date.now())
  console.log(JSON.stringify(status?.view?.nodes.map((n) => [n.nodeId, n.pid, n.pssBytes, n.startedAt && Date.parse(n.startedAt) - begun])))
  const cpu1 = process.cpuUsage()
  await new Promise((r) => setTimeout(r, 20_000))
  console.log('idle 20s cpu', process.cpuUsage(cpu1), (await readClusterStatus(home.database, cluster.id, Date.now()))?.state)
  let t2 = performance.now()
  const stop = await askForPower(home.database, cluster, 'off')
  wake(cluster.id)
  expect(await ended(stop)).toBe('UPDATE_COMPLETE')
  console.log('stop ms', performance.now() - t2)
  t2 = performance.now()
  const again = await askForPower(home.database, cluster, 'on')
  wake(cluster.id)
  expect(await ended(again)).toBe('UPDATE_COMPLETE')
  console.log('start ms', performance.now() - t2)
  t2 = performance.now()
  const deletion = await askForDeletion(home.database, cluster)
  wake(cluster.id)
  expect(await ended(deletion)).toBe('UPDATE_COMPLETE')
  console.log('delete ms', performance.now() - t2)
  expect(await home.database.cluster.count()).toBe(0)
})
