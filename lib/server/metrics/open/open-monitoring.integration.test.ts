import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { endpointOf, formatEndpoint, type Endpoint } from '@/lib/domain/node'
import { systemClock } from '../../clock'
import { log } from '../../log'
import { onWake, wake } from '../../process'
import { openTestHome, type TestHome } from '../../testing/home'
import { runNodeExporters, type RunningNodeExporters } from './run-node-exporters'
import { parseExposition } from './testing/parse-exposition'
import { plantTestCluster } from './testing/plant-test-cluster'

const NODE = 1

let kafka: TestCluster
let home: TestHome<BrokerRuntime>
let exporters: RunningNodeExporters
let figuresAt: Endpoint
let mbeansAt: Endpoint

const openExporters = (): RunningNodeExporters =>
  runNodeExporters({
    database: home.database,
    runtime: home.runtime,
    onWake,
    allowedHosts: [],
    clock: systemClock,
    log,
  })

beforeAll(async () => {
  const openMonitoring = { jmxExporter: true, nodeExporter: true }
  kafka = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT', openMonitoring })
  home = await openTestHome(kafka.runtime)
  await plantTestCluster(home.database, kafka)
  const [node] = kafka.specifications
  if (!node) throw new Error('The cluster has no node.')
  figuresAt = endpointOf(node.place, 'nodeExporter')
  mbeansAt = endpointOf(node.place, 'jmxExporter')
  exporters = openExporters()
  await kafka.startAll()
  await kafka.allRun()
})
afterAll(async () => {
  await exporters.stop()
  await kafka.end()
  await home.close()
})

const urlOf = (endpoint: Endpoint): string => `http://${formatEndpoint(endpoint)}/metrics`
const ask = (endpoint: Endpoint) => fetch(urlOf(endpoint), { signal: AbortSignal.timeout(10_000) })
const scrape = async (endpoint: Endpoint) => {
  const reply = await ask(endpoint)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toMatch(/^text\/plain; ?version=0\.0\.4/)
  return parseExposition(await reply.text())
}

test('the JMX exporter tells every MBean under its default names, as on MSK', async () => {
  expect(mbeansAt.port).toBe(11_001)
  const { samples } = await scrape(mbeansAt)
  const value = (name: string, labels: Record<string, string> = {}) =>
    samples.find(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([key, text]) => sample.labels[key] === text),
    )?.value
  expect(value('kafka_server_BrokerTopicMetrics_Count', { name: 'BytesInPerSec' })).toBeGreaterThanOrEqual(0)
  expect(value('kafka_server_ReplicaManager_Value', { name: 'UnderReplicatedPartitions' })).toBe(0)
  expect(value('kafka_controller_KafkaController_Value', { name: 'ActiveControllerCount' })).toBe(1)
  expect(
    value('kafka_network_RequestMetrics_99thPercentile', { name: 'TotalTimeMs', request: 'Produce' }),
  ).toBeGreaterThanOrEqual(0)
  expect(value('java_lang_Memory_HeapMemoryUsage_used')).toBeGreaterThan(1e6)
  expect(value('process_cpu_seconds_total')).toBeGreaterThan(0)
  // The kinds of requests that nobody sends would be five of six lines.
  const requests = new Set(samples.flatMap(({ labels }) => labels['request'] ?? []))
  expect([...requests].toSorted()).toEqual(['Fetch', 'FetchConsumer', 'FetchFollower', 'Metadata', 'Produce'])
})

test('host figures are those of the node’s own process', async () => {
  expect(figuresAt.port).toBe(11_002)
  await scrape(figuresAt)
  await sleep(1_000)
  const { samples, types } = await scrape(figuresAt)
  const sum = (name: string, mode?: string) =>
    samples
      .filter((sample) => sample.name === name && (mode === undefined || sample.labels['mode'] === mode))
      .reduce((all, { value }) => all + value, 0)
  const { cpus, memoryTotalBytes } = await kafka.runtime.host()
  expect(sum('node_cpu_seconds_total', 'user')).toBeGreaterThan(0.5)
  expect(sum('node_cpu_seconds_total', 'idle')).toBeGreaterThan(0.5)
  expect(types.get('node_cpu_seconds_total')).toBe('counter')
  expect(sum('node_memory_MemTotal_bytes')).toBeLessThanOrEqual(memoryTotalBytes)
  expect(sum('node_filesystem_size_bytes')).toBe(1024 ** 3)
  expect(samples.filter(({ name }) => name.startsWith('node_cpu')).length).toBe(3 * Math.min(2, cpus))
  expect(samples.some(({ name }) => name.startsWith('node_network'))).toBe(false)
})

test('only this address is answered for, and only figures are told', async () => {
  const { host, port } = figuresAt
  const statusOf = async (method: string, path: string, hostHeader: string) => {
    const sent = httpRequest({ host, port, method, path, headers: { host: hostHeader } })
    sent.end()
    const [reply] = await once(sent, 'response')
    reply.resume()
    return reply.statusCode
  }
  const own = formatEndpoint(figuresAt)
  expect(await statusOf('GET', '/metrics', 'evil.example:11002')).toBe(403)
  expect(await statusOf('POST', '/metrics', own)).toBe(405)
  expect(await statusOf('GET', '/', own)).toBe(404)
  expect(await statusOf('GET', '/metrics', own)).toBe(200)
})

test('a node that does not run has no figures, and has them again when it runs', async () => {
  const boot = (await kafka.processes())[NODE]?.boot ?? ''
  await kafka.runtime.apply(kafka.cluster, { do: 'stop', node: kafka.node(NODE), boot, epoch: 1 })
  await kafka.until('it ended', (seen) => seen[NODE]?.state === 'absent')
  const silent = await ask(figuresAt)
  expect(silent.status).toBe(503)
  expect(await silent.text()).toMatch(/^Node 1 of cluster \S+ does not run: there is nothing to measure\.$/m)
  await expect(ask(mbeansAt)).rejects.toThrow('fetch failed')
  await kafka.start(NODE, 'existing')
  await kafka.allRun()
  await scrape(figuresAt)
  await scrape(mbeansAt)
})

test('host figures end with Mosaik and come back with it; the JMX exporter does not notice', async () => {
  await exporters.stop()
  await expect(ask(figuresAt)).rejects.toThrow('fetch failed')
  await scrape(mbeansAt)
  exporters = openExporters()
  await expect
    .poll(
      () =>
        ask(figuresAt).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 5_000 },
    )
    .toBe(200)
})

test('a stranger on the port is told of, and followed when it leaves', async () => {
  await exporters.stop()
  const stranger = createServer((_, response) => response.end('mine')).listen({
    ...figuresAt,
    exclusive: true,
  })
  await once(stranger, 'listening')
  exporters = openExporters()
  await expect.poll(() => exporters.troubleAt(figuresAt), { timeout: 5_000 }).toMatch(/^\d+ \(node\)$/)
  stranger.close()
  stranger.closeAllConnections()
  wake(kafka.cluster.id)
  await expect
    .poll(
      () =>
        ask(figuresAt).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 5_000 },
    )
    .toBe(200)
  expect(exporters.troubleAt(figuresAt)).toBeNull()
})

test('a stranger on the JMX exporter’s port keeps the node from starting, with its name', async () => {
  const boot = (await kafka.processes())[NODE]?.boot ?? ''
  await kafka.runtime.apply(kafka.cluster, { do: 'stop', node: kafka.node(NODE), boot, epoch: 1 })
  await kafka.until('it ended', (seen) => seen[NODE]?.state === 'absent')
  const stranger = createServer().listen({ ...mbeansAt, exclusive: true })
  await once(stranger, 'listening')
  await expect(kafka.start(NODE, 'existing')).rejects.toMatchObject({
    code: 'port',
    message: expect.stringMatching(/:11001 is held by process \d+ \(node\)/),
  })
  stranger.close()
  await kafka.start(NODE, 'existing')
  await kafka.allRun()
})

test('a node whose exporter is not on this machine is not started without it', async () => {
  const settings = { ...kafka.settings, cache: `${kafka.settings.home}/other-cache` }
  const bare = createLocalRuntime(settings, { ...kafka.releases, exporterJar: () => null })
  const [specification] = kafka.specifications
  if (!specification) throw new Error('The cluster has no node.')
  const boot = (await kafka.processes())[NODE]?.boot ?? ''
  await bare.apply(kafka.cluster, { do: 'stop', node: kafka.node(NODE), boot, epoch: 1 })
  await kafka.until('it ended', (seen) => seen[NODE]?.state === 'absent')
  const start = bare.apply(kafka.cluster, {
    do: 'start',
    node: kafka.node(NODE),
    specification,
    assigned: { generation: 1, hash: 'x' },
    directory: 'existing',
    epoch: 1,
  })
  await expect(start).rejects.toThrow('The Prometheus JMX exporter of node 1 is not on this machine yet.')
})

test('with the cluster its ports go', async () => {
  // The node ended in the test before; its address is still answered for.
  expect((await ask(figuresAt)).status).toBe(503)
  await home.database.cluster.update({ where: { id: kafka.cluster.id }, data: { presence: 'absent' } })
  wake(kafka.cluster.id)
  await expect
    .poll(
      () =>
        ask(figuresAt).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 5_000 },
    )
    .toBe(0)
})
