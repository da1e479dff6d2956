import { join } from 'node:path'
import { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { KAFKA_RELEASES } from '@/lib/domain/kafka-version'
import { runAvailability } from './availability/run-availability'
import { runBackground } from './background'
import { systemClock } from './clock'
import { setWriteAheadLog } from './db'
import { environment } from './env'
import { log } from './log'
import { startMetrics } from './metrics/start-metrics'
import { database, events, onShutdown, onShutdownRequest, onWake, setFactTimes, setRuntime } from './process'
import { runEngine } from './engine/run-engine'

/**
 * Starts everything that works by itself, and waits for nothing: whoever calls this is about to answer requests. The
 * runtime is there when this returns; the engine follows within milliseconds.
 */
export function startEngine(): void {
  const runtime = openRuntime()
  setRuntime(runtime)
  onShutdownRequest()
  const starting = start(runtime).catch((error: unknown) => {
    log.fatal(
      { error },
      'The engine could not start: clusters are shown as last seen and nothing is done to them',
    )
    return null
  })
  // Known from the first instant: asked to end while it starts, the process lets it finish before its database goes.
  onShutdown({ name: 'engine', close: async () => (await starting)?.stop() })
  startMetrics()
}

async function start(runtime: BrokerRuntime): Promise<{ stop(): Promise<void> }> {
  const db = database()
  await setWriteAheadLog(db)
  const engine = await runEngine({ database: db, runtime, events: events(), onWake })
  setFactTimes((clusterId) => engine.factTimes(clusterId))
  const background = runBackground({ database: db, clock: systemClock, engine }, log)
  // What is played for proofs has no port to connect to.
  const isReal = runtime.observeKafka === undefined
  const availability = isReal ? runAvailability({ database: db, clock: systemClock, log, onWake }) : null
  return {
    async stop() {
      await availability?.stop()
      await background.stop()
      await engine.stop()
    },
  }
}

function openRuntime(): BrokerRuntime {
  const { driver, home } = environment()
  switch (driver) {
    case 'local':
      return createLocalRuntime(localSettings(home, process.env))
    case 'fake':
      return new FakeRuntime({
        clock: () => systemClock.now(),
        releases: Object.keys(KAFKA_RELEASES),
        directory: join(home, 'fake'),
      })
  }
}
