import { afterEach, expect, test } from 'vitest'
import { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createEventBus } from '../events'
import { createKafkaObserver } from '../kafka/observe'
import { log } from '../log'
import { openTestDatabase } from '../testing/home'
import { plantCluster } from '../testing/planted-cluster'
import { createBootBudget } from './boot-budget'
import type { Engine } from './engine'
import { loadCluster } from './stored/stored-cluster'
import { CLOCK_SET_MS, LATE_LOOK_MS, look, newWatch } from './watch'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

const DEPTH = {
  kafka: true,
  partitions: true,
  settings: false,
  features: false,
  throttles: false,
  quotas: false,
}

async function openEyes() {
  const own = await openTestDatabase()
  opened.push(own)
  const { database } = own
  const planted = await plantCluster(database)
  const cluster = await loadCluster(database, planted.id)
  if (!cluster) throw new Error('The cluster that was just planted is not there.')
  const time = { now: 1_000_000, monotonicMs: 5_000 }
  const clock = { now: () => time.now, monotonicMs: () => time.monotonicMs }
  const engine: Engine = {
    epoch: 1,
    database,
    runtime: new FakeRuntime({ clock: clock.now, releases: ['4.3.1'] }),
    openKafkaObserver: () => createKafkaObserver({ clock }),
    clock,
    events: createEventBus(clock.now),
    log,
    boots: createBootBudget(6),
    slowDown: (paceMs) => paceMs,
  }
  const watch = newWatch(clock.now(), engine.openKafkaObserver())
  return { engine, cluster, watch, time, look: () => look(engine, cluster, watch, DEPTH) }
}

test('looks in time keep the evidence; a late one begins it anew', async () => {
  const { watch, time, look: again } = await openEyes()
  await again()
  time.now += 1_000
  time.monotonicMs += 1_000
  await again()
  expect(watch.evidenceSince).toBe(1_000_000)
  time.now += LATE_LOOK_MS + 1
  time.monotonicMs += LATE_LOOK_MS + 1
  await again()
  expect(watch.evidenceSince).toBe(1_000_000 + 1_000 + LATE_LOOK_MS + 1)
})

test.each([
  ['is set forward', 3_600_000],
  ['is set back', -3_600_000],
  ['went on while the machine slept', CLOCK_SET_MS + 1],
])('evidence begins anew where the wall clock %s', async (_, byMs) => {
  const { watch, time, look: again } = await openEyes()
  await again()
  time.now += byMs + 1_000
  time.monotonicMs += 1_000
  await again()
  expect(watch.evidenceSince).toBe(1_000_000 + byMs + 1_000)
})

test('a wall clock that is put right by a little makes no gap', async () => {
  const { watch, time, look: again } = await openEyes()
  await again()
  time.now += 1_500
  time.monotonicMs += 1_000
  await again()
  expect(watch.evidenceSince).toBe(1_000_000)
})

test('what cannot be looked at is unknown, and says why', async () => {
  const { engine, cluster, watch } = await openEyes()
  engine.runtime.observe = () => Promise.reject(new Error('sentinel'))
  const observed = await look(engine, cluster, watch, DEPTH)
  expect(observed.processes).toEqual({ unknown: 'sentinel' })
})

test('while nobody runs Kafka is not asked', async () => {
  const { look: once } = await openEyes()
  expect((await once()).kafka.quorum).toEqual({ unknown: 'no node runs' })
})
