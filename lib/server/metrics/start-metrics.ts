import { systemClock } from '../clock'
import { log } from '../log'
import { database, events, onShutdown, runtime, setMetricStore } from '../process'
import { runCollector } from './collect/run-collector'
import { openMemoryStore } from './store/memory-store'

/** Opens the store of metrics and starts what fills it. Waits for nothing. */
export function startMetrics(): void {
  const store = openMemoryStore(systemClock)
  setMetricStore(store)
  const collector = runCollector({
    database: database(),
    runtime: runtime(),
    events: events(),
    put: (readings) => store.put(readings),
    clock: systemClock,
    log,
  })
  onShutdown({
    name: 'metrics',
    close: async () => {
      await collector.stop()
      await store.close()
    },
  })
}
