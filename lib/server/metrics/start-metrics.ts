import { join } from 'node:path'
import { systemClock } from '../clock'
import { environment } from '../env'
import { log } from '../log'
import {
  database,
  events,
  onShutdown,
  onWake,
  runtime,
  setCollectorHealth,
  setGroupLags,
  setMetricStore,
  setNodeExporters,
} from '../process'
import { runCollector } from './collect/run-collector'
import { runNodeExporters } from './open/run-node-exporters'
import { openMetricStore } from './store/open-metric-store'

/** Opens the store of metrics and starts what fills it, and what others read. Waits for nothing. */
export function startMetrics(): void {
  const { home, metricsThread, metricsBytesMax } = environment()
  const store = openMetricStore({
    threadFile: metricsThread,
    file: join(home, 'metrics.db'),
    bytesPerClusterMax: metricsBytesMax,
    log,
  })
  setMetricStore(store)
  const collector = runCollector({
    database: database(),
    runtime: runtime(),
    events: events(),
    put: (readings) => store.put(readings),
    clock: systemClock,
    log,
  })
  setCollectorHealth(collector.health)
  setGroupLags((clusterId) => collector.groupLags(clusterId))
  const exporters = runNodeExporters({
    database: database(),
    runtime: runtime(),
    onWake,
    allowedHosts: environment().allowedHosts,
    clock: systemClock,
    log,
  })
  setNodeExporters(exporters)
  onShutdown({
    name: 'metrics',
    close: async () => {
      await Promise.all([collector.stop(), exporters.stop()])
      await store.close()
    },
  })
}
