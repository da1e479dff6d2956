import { join } from 'node:path'
import { environment } from '../env'
import { log } from '../log'
import type { MetricStore } from '../metrics/store/metric-store'
import { openMetricStore } from '../metrics/store/open-metric-store'
import { setMetricStore } from '../process'

/** The store of metrics of a test's home, with its file and its thread. Whoever opens it closes it before the home. */
export function openTestMetricStore(home: string): MetricStore {
  const { metricsThread: threadFile, metricsBytesMax: bytesPerClusterMax } = environment()
  const file = join(home, 'metrics.db')
  const store = openMetricStore({ threadFile, file, bytesPerClusterMax, log })
  setMetricStore(store)
  return store
}
