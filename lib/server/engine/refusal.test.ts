import { expect, test } from 'vitest'
import { BOOTS_MAX, RESTART_REST_MS } from '@/lib/domain/plan/deadlines'
import { MoveRefused } from '@/lib/broker-runtime/runtime'
import { systemClock } from '../clock'
import { createEventBus } from '../events'
import { endOf } from '../testing/fleet'
import { openTestDatabase, quickRuntime } from '../testing/home'
import { plantCluster } from '../testing/planted-cluster'
import { runtimeAround } from '../testing/runtime-around'
import { runEngine } from './run-engine'

const REFUSAL = '127.50.1.11:9092 is held by process 4711 (nginx).'

test(
  'a start that is refused for good ends the creation within seconds, with the reason',
  { timeout: 30_000 },
  async () => {
    const own = await openTestDatabase()
    const { database } = own
    const fake = quickRuntime()
    const runtime = runtimeAround(fake, {
      observeKafka: (cluster) => fake.observeKafka(cluster),
      apply: (cluster, move) =>
        move.do === 'start' && move.node.nodeId === 1
          ? Promise.reject(new MoveRefused('port', REFUSAL))
          : fake.apply(cluster, move),
    })
    const hints = createEventBus(() => systemClock.now())
    const cluster = await plantCluster(database)
    const engine = await runEngine({ database, runtime, events: hints, onWake: () => () => undefined })
    expect(await endOf(database, hints, cluster.operationId)).toBe('UPDATE_FAILED')
    const operation = await database.operation.findUniqueOrThrow({ where: { id: cluster.operationId } })
    expect(operation.errorMessage).toContain(REFUSAL)
    const tookMs = Number(operation.endedAt) - Number(operation.createdAt)
    expect(tookMs).toBeLessThan(BOOTS_MAX * 5 * RESTART_REST_MS)
    const told = await database.operationEvent.findMany({ where: { key: 'moveFailed' } })
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ nodeId: 1 })
    await engine.stop()
    await own.close()
  },
)
