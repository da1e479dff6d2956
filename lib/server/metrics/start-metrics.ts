import { systemClock } from '../clock'
import { onShutdown, setMetricStore } from '../process'
import { openMemoryStore } from './store/memory-store'

/** Opens the store of metrics and starts what fills it. Waits for nothing. */
export function startMetrics(): void {
  const store = openMemoryStore(systemClock)
  setMetricStore(store)
  onShutdown({ name: 'metrics', close: () => store.close() })
}
