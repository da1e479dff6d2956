import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { runEngine } from '../engine/run-engine'
import { events, onWake } from '../process'
import { openTestHome, type TestHome } from './home'
import { openTestServer } from './http-server'
import { openTestMetricStore } from './metric-store'

/** Server, engine and fake driver on a home of their own: Mosaik without brokers and without pages. */
export type RunningConsole = { url: string; home: TestHome<FakeRuntime>; close(): Promise<void> }

export async function openRunningConsole(): Promise<RunningConsole> {
  const home = await openTestHome()
  const metrics = openTestMetricStore(home.path)
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
