import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../../cluster/create-cluster'
import { setCollectorHealth, setMetricStore } from '../../process'
import { openTestHome, type TestHome } from '../../testing/home'
import { createInput, testContext } from '../../testing/requests'
import { settleCluster } from '../../testing/settled-cluster'
import { CollectorHealth } from '../collect/health'
import type { MetricStore } from '../store/metric-store'
import { serveOwnMetrics } from './serve-own-metrics'

const idleStore: MetricStore = {
  put: () => undefined,
  list: async () => [],
  read: async () => [],
  health: async () => ({
    series: 0,
    points: 0,
    bytes: 0,
    queued: 0,
    dropped: 0,
    lastWriteAt: null,
    lastError: null,
    refused: 0,
    trouble: null,
    shortened: [],
    setAside: [],
  }),
  close: async () => undefined,
}

let home: TestHome<FakeRuntime>
beforeEach(async () => {
  home = await openTestHome()
  setMetricStore(idleStore)
})
afterEach(() => home.close())

test('Mosaik tells of itself: clusters, engine, collection, store and process', async () => {
  const { clusterArn } = await createClusterV2({ ctx: testContext(), input: createInput('orders') })
  await settleCluster(clusterArn)
  const health = new CollectorHealth()
  setCollectorHealth(health)
  await health.timed(async () => null)
  await health.timed(() => Promise.reject(new Error('silent'))).catch(() => null)
  const reply = await serveOwnMetrics()
  expect(reply.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  const text = await reply.text()
  for (const line of [
    'mosaik_clusters{state="ACTIVE"} 1',
    'mosaik_ticks_total 0',
    'mosaik_node_reads_total 2',
    'mosaik_node_reads_failed_total 1',
    'mosaik_store_queued 0',
  ]) {
    expect(text).toContain(`\n${line}\n`)
  }
  expect(text).toMatch(/^mosaik_database_bytes \d+$/m)
  expect(text).toMatch(/^process_start_time_seconds \d+/m)
})
