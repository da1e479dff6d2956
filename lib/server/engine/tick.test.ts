import { expect, test } from 'vitest'
import { crash } from '@/lib/broker-runtime/fake/faults'
import { createEventBus } from '../events'
import type { KafkaObserver, Look } from '../kafka/observe'
import { log } from '../log'
import { openTestDatabase, quickRuntime } from '../testing/home'
import { plantCluster } from '../testing/planted-cluster'
import { runtimeAround } from '../testing/runtime-around'
import { createBootBudget } from './boot-budget'
import type { Engine } from './engine'
import { newMemory } from './memory'
import { tick } from './tick'

/**
 * The fake driver answers for Kafka itself, however much is asked. Here it is asked through an observer, as real
 * brokers are, which notes how deep each look goes.
 */
test('a node that dies has every partition looked at closely until its session is over', async () => {
  const own = await openTestDatabase()
  const { database } = own
  const planted = await plantCluster(database, { specification: { mode: 'ZOOKEEPER', release: '2.2.1' } })
  await database.home.create({ data: { id: 1, epoch: 1 } })
  const time = { now: 1_000_000 }
  const clock = { now: () => time.now, monotonicMs: () => time.now }
  const fake = quickRuntime({}, clock.now)
  const ref = { id: planted.id, arn: planted.arn, name: planted.name }
  const looks: { at: number; partitions: Look['partitions'] }[] = []
  const observer: KafkaObserver = {
    async look({ partitions }) {
      looks.push({ at: time.now, partitions })
      return { answers: {}, otherCluster: null, kafka: await fake.observeKafka(ref) }
    },
    close: () => undefined,
  }
  const engine: Engine = {
    epoch: 1,
    database,
    runtime: runtimeAround(fake),
    openKafkaObserver: () => observer,
    clock,
    events: createEventBus(clock.now),
    log,
    boots: createBootBudget(6),
    slowDown: (paceMs) => paceMs,
  }
  const memory = newMemory(engine, planted.id)
  const pass = async (ms: number): Promise<number[]> => {
    const endsAt = time.now + ms
    looks.splice(0)
    while (time.now < endsAt) {
      const pace = await tick(engine, memory)
      time.now += Math.max(100, Number(pace))
    }
    return looks.filter(({ partitions }) => partitions === 'all').map(({ at }) => at)
  }

  await pass(60_000)
  const { state } = await database.operation.findUniqueOrThrow({ where: { id: planted.operationId } })
  expect(state).toBe('UPDATE_COMPLETE')
  expect((await pass(30_000)).length).toBeLessThanOrEqual(3)

  crash(fake.world(ref), 1)
  const diedAt = time.now
  const asked = await pass(60_000)
  const [first = 0] = asked
  expect(first - diedAt).toBeLessThanOrEqual(1_000)
  const closely = asked.filter((at) => at - diedAt < 20_000)
  expect(closely.length).toBeGreaterThanOrEqual(18)
  expect(asked.filter((at) => at - diedAt > 25_000).length).toBeLessThanOrEqual(4)
  await own.close()
})
