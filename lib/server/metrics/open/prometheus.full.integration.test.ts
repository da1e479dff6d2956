import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { endpointOf, servesClients, type Endpoint } from '@/lib/domain/node'
import { systemClock } from '../../clock'
import { changePower } from '../../cluster/change-power'
import { createClusterV2 } from '../../cluster/create-cluster'
import { deleteCluster } from '../../cluster/delete-cluster'
import { describeCluster } from '../../cluster/describe-cluster'
import { placeOf, roleOf } from '../../cluster/place-of'
import { runEngine, type RunningEngine } from '../../engine/run-engine'
import { openAdmin } from '../../kafka/admin'
import { sendMessages } from '../../kafka/messages'
import { createTopic } from '../../kafka/topics/create-topic'
import { log } from '../../log'
import { events, onWake, setRuntime } from '../../process'
import { openTestHome, type TestHome } from '../../testing/home'
import { openTestServer, type TestServer } from '../../testing/http-server'
import { createInput, testContext } from '../../testing/requests'
import { runNodeExporters, type RunningNodeExporters } from './run-node-exporters'
import { hasPrometheus, runPrometheus, type Prometheus } from './testing/run-prometheus'

/**
 * A real Prometheus finds and scrapes a real cluster through the one discovery address, through its whole life. It
 * needs a binary `prometheus` on the PATH (Debian: apt install prometheus) and is skipped without.
 */
const LONG_MS = 60_000

let home: TestHome<FakeRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
let server: TestServer
let exporters: RunningNodeExporters
let prometheus: Prometheus
let clusterArn = ''

beforeAll(async () => {
  if (!hasPrometheus) return
  process.env.MOSAIK_NETWORK = '127.61.0.0/16'
  home = await openTestHome()
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(runtime)
  engine = await runEngine({ database: home.database, runtime, events: events(), onWake })
  exporters = runNodeExporters({
    database: home.database,
    runtime,
    onWake,
    allowedHosts: [],
    clock: systemClock,
    log,
  })
  server = await openTestServer()
  prometheus = await runPrometheus(`${server.url}/prometheus/targets`)
})
afterAll(async () => {
  delete process.env.MOSAIK_NETWORK
  if (!hasPrometheus) return
  await prometheus.close()
  await server.close()
  await exporters.stop()
  await engine.stop()
  for (const { id, arn, name } of await home.database.cluster.findMany()) {
    await runtime.destroyCluster({ id, arn, name }, engine.epoch)
  }
  await home.close()
})

const stateOf = async () =>
  (await describeCluster({ ctx: testContext(), input: { clusterArn } })).clusterInfo.state
const up = async (): Promise<string[]> =>
  (await prometheus.query('up'))
    .map(({ labels, value }) => `${labels['job']} ${labels['role']} ${labels['broker_id']} ${value}`)
    .toSorted()

const NODES = ['broker 1', 'broker 2', 'broker 3', 'controller 10001', 'controller 10002', 'controller 10003']
const ALL_UP = ['jmx', 'node'].flatMap((job) => NODES.map((node) => `${job} ${node} 1`))

const endpoints = async (port: 'client' | 'jmxExporter' | 'nodeExporter'): Promise<Endpoint[]> =>
  (await home.database.node.findMany())
    .filter((node) => port !== 'client' || servesClients(roleOf(node)))
    .map((node) => endpointOf(placeOf(node), port))

test.skipIf(!hasPrometheus)(
  'every node of a new cluster is up (needs prometheus on the PATH)',
  async () => {
    const openMonitoring = {
      prometheus: { jmxExporter: { enabledInBroker: true }, nodeExporter: { enabledInBroker: true } },
    }
    const created = await createClusterV2({
      ctx: testContext(),
      input: createInput('scraped', { openMonitoring }),
    })
    clusterArn = created.clusterArn ?? ''
    await expect.poll(stateOf, { timeout: LONG_MS }).toBe('ACTIVE')
    await expect.poll(up, { timeout: LONG_MS }).toEqual(ALL_UP)
  },
  LONG_MS * 2,
)

test.skipIf(!hasPrometheus)(
  'what is produced is in BytesInPerSec, and host figures give the usual queries (needs prometheus on the PATH)',
  async () => {
    const bootstrap = await endpoints('client')
    const admin = openAdmin({ bootstrap })
    await createTopic(admin, { name: 'counted', partitionCount: 3, replicationFactor: 3 })
    admin.close()
    const records = Array.from({ length: 300 }, () => ({ value: 'x'.repeat(1_000) }))
    await sendMessages({ bootstrap, topic: 'counted', timeoutMs: 20_000 }, records)
    const one = async (text: string) => (await prometheus.query(text))[0]?.value
    const bytesIn =
      'kafka_server_BrokerTopicMetrics_Count{name="BytesInPerSec",topic="counted",cluster="scraped"}'
    await expect.poll(() => one(`sum(${bytesIn})`), { timeout: 20_000 }).toBeGreaterThan(300_000)
    expect(await one(`sum(${bytesIn})`)).toBeLessThan(330_000)
    expect(await one('sum(kafka_controller_KafkaController_Value{name="ActiveControllerCount"})')).toBe(1)
    const busy =
      '100 - 100 * avg by (broker_id) (rate(node_cpu_seconds_total{mode="idle",role="broker"}[10s]))'
    const shares = await prometheus.query(busy)
    expect(shares).toHaveLength(3)
    for (const { value } of shares) expect(value).toBeGreaterThanOrEqual(0)
    const full = '1 - node_filesystem_avail_bytes{mountpoint="/kafka/datalogs"} / node_filesystem_size_bytes'
    expect(await prometheus.query(full)).toHaveLength(3)
  },
  LONG_MS,
)

test.skipIf(!hasPrometheus)(
  'a killed broker is down, not zero, until it is healed (needs prometheus on the PATH)',
  async () => {
    const { id, arn, name } = await home.database.cluster.findFirstOrThrow()
    const { memory } = await runtime.observe({ id, arn, name })
    const pid = memory[1]?.pid
    if (pid === undefined) throw new Error('Broker 1 does not run.')
    process.kill(pid, 'SIGKILL')
    const downs = 'min_over_time(up{broker_id="1"}[30s]) == 0'
    await expect.poll(() => prometheus.query(downs), { timeout: 20_000 }).toHaveLength(2)
    await expect.poll(up, { timeout: LONG_MS }).toEqual(ALL_UP)
    expect(await prometheus.query('min_over_time(node_memory_MemTotal_bytes[1m]) == 0')).toEqual([])
  },
  LONG_MS * 2,
)

test.skipIf(!hasPrometheus)(
  'a stopped cluster is no target, a started one is again, and deletion frees its ports (needs prometheus on the PATH)',
  async () => {
    const { id: clusterId } = await home.database.cluster.findFirstOrThrow()
    await expect.poll(stateOf, { timeout: LONG_MS }).toBe('ACTIVE')
    await changePower({ ctx: testContext(), input: { clusterId, power: 'off' } })
    await expect.poll(up, { timeout: LONG_MS }).toEqual([])
    await expect
      .poll(() => home.database.operation.count({ where: { endedAt: null } }), { timeout: LONG_MS })
      .toBe(0)
    await changePower({ ctx: testContext(), input: { clusterId, power: 'on' } })
    await expect.poll(up, { timeout: LONG_MS }).toEqual(ALL_UP)
    await expect
      .poll(() => home.database.operation.count({ where: { endedAt: null } }), { timeout: LONG_MS })
      .toBe(0)
    const ports = [...(await endpoints('jmxExporter')), ...(await endpoints('nodeExporter'))]
    await deleteCluster({ ctx: testContext(), input: { clusterArn } })
    await expect.poll(() => home.database.cluster.count(), { timeout: LONG_MS }).toBe(0)
    for (const endpoint of ports) {
      const own = createServer().listen({ ...endpoint, exclusive: true })
      await once(own, 'listening')
      own.close()
    }
  },
  LONG_MS * 4,
)
