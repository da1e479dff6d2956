import { join } from 'node:path'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { runEngine } from '../engine/run-engine'
import { environment } from '../env'
import { log } from '../log'
import { openMetricStore } from '../metrics/store/open-metric-store'
import { events, onWake, setMetricStore } from '../process'
import { openTestHome, type TestHome } from './home'
import { openTestServer } from './http-server'

/** Server, engine and fake driver on a home of their own: Mosaik without brokers and without pages. */
export type RunningConsole = { url: string; home: TestHome<FakeRuntime>; close(): Promise<void> }

export async function openRunningConsole(): Promise<RunningConsole> {
  const home = await openTestHome()
  const { metricsThread: threadFile, metricsBytesMax: bytesPerClusterMax } = environment()
  const metrics = openMetricStore({
    threadFile,
    file: join(home.path, 'metrics.db'),
    bytesPerClusterMax,
    log,
  })
  setMetricStore(metrics)
  const engine = await runEngine({ database: home.database, runtime: home.runtime, events: events(), onWake })
  const server = await openTestServer()
  return {
    url: server.url,
    home,
    async close() {
      await server.close()
      await engine.stop()
      await metrics.close()
      await home.close()
    },
  }
}
