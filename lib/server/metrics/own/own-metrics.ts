import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { environment } from '../../env'
import { collectorHealth, database, metricStore, ticks } from '../../process'
import type { ExposedMetric } from '@/lib/domain/metrics/exposition'

const gauge = (name: string, help: string, value: number | null): ExposedMetric => ({
  name,
  type: 'gauge',
  help,
  values: value === null ? [] : [{ value }],
})
const counter = (name: string, help: string, value: number): ExposedMetric => ({
  ...gauge(name, help, value),
  type: 'counter',
})

/** How Mosaik itself fares: its engine, its collection, its databases and its process. */
export async function ownMetrics(): Promise<readonly ExposedMetric[]> {
  return [...(await clusterMetrics()), ...engineMetrics(), ...(await storeMetrics()), ...processMetrics()]
}

async function clusterMetrics(): Promise<readonly ExposedMetric[]> {
  const begunMs = performance.now()
  const states = await database().clusterStatus.groupBy({ by: ['state'], _count: true })
  const seconds = (performance.now() - begunMs) / 1000
  return [
    {
      name: 'mosaik_clusters',
      type: 'gauge',
      help: 'Clusters by state.',
      values: states.map(({ state, _count }) => ({ labels: { state }, value: _count })),
    },
    gauge('mosaik_database_query_seconds', 'How long counting the clusters took just now.', seconds),
    gauge('mosaik_database_bytes', 'Size of the database file.', await databaseBytes()),
  ]
}

async function databaseBytes(): Promise<number | null> {
  const { databaseUrl } = environment()
  if (!databaseUrl.startsWith('file:')) return null
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length)
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}

function engineMetrics(): readonly ExposedMetric[] {
  const looked = ticks()
  const health = collectorHealth()
  const engine = [
    counter('mosaik_ticks_total', 'Looks of the engine at a cluster.', looked.count),
    counter('mosaik_tick_seconds_total', 'Time those looks took, waiting included.', looked.seconds),
  ]
  if (health === null) return engine
  return [
    ...engine,
    counter('mosaik_node_reads_total', 'Times a node was read for its metrics.', health.reads.count),
    counter('mosaik_node_read_seconds_total', 'Time those readings took.', health.reads.seconds),
    counter('mosaik_node_reads_failed_total', 'Times a node did not answer.', health.nodesSilent),
    counter(
      'mosaik_steps_skipped_total',
      'Steps left out because the one before was not over.',
      health.stepsSkipped,
    ),
    counter('mosaik_readings_total', 'Values that were measured.', health.readings),
  ]
}

async function storeMetrics(): Promise<readonly ExposedMetric[]> {
  const health = await metricStore().health()
  return [
    gauge('mosaik_store_series', 'Series in the store of metrics.', health.series),
    gauge('mosaik_store_points', 'Points in the store of metrics.', health.points),
    gauge('mosaik_store_bytes', 'Size of the store of metrics.', health.bytes),
    gauge('mosaik_store_queued', 'Values that wait to be written.', health.queued),
    counter('mosaik_store_dropped_total', 'Values that found no room in the queue.', health.dropped),
    gauge(
      'mosaik_store_last_write_timestamp_seconds',
      'When the store was last written.',
      health.lastWriteAt === null ? null : health.lastWriteAt / 1000,
    ),
    gauge('mosaik_store_failing', '1 while the store cannot be written.', health.lastError === null ? 0 : 1),
  ]
}

/** Under the names that clients of Prometheus use for their own process. */
function processMetrics(): readonly ExposedMetric[] {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return [
    counter('process_cpu_seconds_total', 'CPU time of the process.', (user + system) / 1e6),
    gauge('process_resident_memory_bytes', 'Resident memory of the process.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
    gauge('process_start_time_seconds', 'When the process started.', Date.now() / 1000 - process.uptime()),
  ]
}
