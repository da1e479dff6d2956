import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { openDatabase } from './db'
import { database, events, metricStore, resetProcess, runtime, shutdown, wake } from './process'
import { startEngine } from './start-engine'
import { endOf, until } from './testing/fleet'
import { migrate } from './testing/home'
import { plantCluster } from './testing/planted-cluster'

test('a process starts, works, and ends when its owner asks it to', async () => {
  const home = await mkdtemp(join(tmpdir(), 'mosaik-test-'))
  process.env.MOSAIK_HOME = home
  process.env.MOSAIK_DRIVER = 'fake'
  await migrate(`file:${join(home, 'mosaik.db')}`)
  resetProcess()
  try {
    startEngine()
    expect(runtime().capabilities.driver).toBe('fake')
    const series = { region: 'us-east-1', metric: 'CpuIdle', dimensions: { 'Cluster Name': 'a' } }
    metricStore().put([{ series, at: Date.now(), value: 99 }])
    expect(await metricStore().list({ region: 'us-east-1' })).toMatchObject([series])
    await until('the engine runs', async () => (await database().home.count()) === 1)
    const cluster = await plantCluster(database())
    wake(cluster.id)
    expect(await endOf(database(), events(), cluster.operationId)).toBe('UPDATE_COMPLETE')

    const ended: Promise<unknown>[] = []
    let streamEnded = false
    events().subscribe({ hint: () => undefined, ended: () => (streamEnded = true) })
    const self: EventEmitter = process
    self.emit('mosaik:shutdown', { waitUntil: (work: Promise<unknown>) => ended.push(work) })
    expect(streamEnded).toBe(true)
    expect(ended).toHaveLength(1)
    const begun = Date.now()
    await Promise.all(ended)
    // Two seconds on a quiet machine, which the journey with many tabs holds; here others use it too.
    expect(Date.now() - begun).toBeLessThan(6_000)
  } finally {
    resetProcess()
    delete process.env.MOSAIK_HOME
    delete process.env.MOSAIK_DRIVER
    await rm(home, { recursive: true, force: true })
  }
}, 30_000)

test('a process asked to end in the instant it starts lets its engine begin and end first', async () => {
  const home = await mkdtemp(join(tmpdir(), 'mosaik-test-'))
  process.env.MOSAIK_HOME = home
  process.env.MOSAIK_DRIVER = 'fake'
  await migrate(`file:${join(home, 'mosaik.db')}`)
  resetProcess()
  try {
    startEngine()
    // It waits for the engine to have begun and ended: otherwise the database would be closed under it.
    await shutdown()
    const left = openDatabase(`file:${join(home, 'mosaik.db')}`)
    expect(await left.home.count()).toBe(1)
    await left.$disconnect()
  } finally {
    resetProcess()
    delete process.env.MOSAIK_HOME
    delete process.env.MOSAIK_DRIVER
    await rm(home, { recursive: true, force: true })
  }
})
