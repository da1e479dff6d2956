import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { Reading } from '@/lib/domain/metrics/series'
import { endpointOf } from '@/lib/domain/node'
import { systemClock } from '../../clock'
import { openAdmin } from '../../kafka/admin'
import { sendMessages } from '../../kafka/messages'
import { createTopic } from '../../kafka/topics/create-topic'
import { log } from '../../log'
import { closeCluster, collectCluster, newClusterMemory } from './collect-cluster'
import { CollectorHealth } from './health'
import { watchedTestCluster } from './testing/watched-test-cluster'
import type { WatchedCluster } from './watched-cluster'

const NODE = 1
const RECORD_BYTES = 1_000

let kafka: TestCluster
let cluster: WatchedCluster
const memory = newClusterMemory()
const health = new CollectorHealth()

beforeAll(async () => {
  kafka = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT' })
  await kafka.startAll()
  await kafka.allRun()
  cluster = watchedTestCluster(kafka, 'PER_TOPIC_PER_BROKER')
  const admin = openAdmin({ bootstrap: cluster.clients })
  await createTopic(admin, { name: 'measured', partitionCount: 2, replicationFactor: 1 })
  admin.close()
})
afterAll(async () => {
  closeCluster(memory)
  await kafka.end()
})

/** One step; its readings by metric, those of topics left out unless asked for. */
async function collect(topic?: string): Promise<Map<string, number>> {
  const readings: Reading[] = []
  const put = (more: readonly Reading[]) => void readings.push(...more)
  await collectCluster(
    { runtime: kafka.runtime, host: () => kafka.runtime.host(), put, log, health, clock: systemClock },
    cluster,
    memory,
    Date.now(),
  )
  return new Map(
    readings
      .filter(({ series }) => series.dimensions.Topic === topic)
      .map(({ series, value }) => [series.metric, value]),
  )
}

const send = (count: number) => {
  const records = Array.from({ length: count }, () => ({ value: 'x'.repeat(RECORD_BYTES) }))
  return sendMessages({ bootstrap: cluster.clients, topic: 'measured', timeoutMs: 20_000 }, records)
}
const uptime = () => memory.nodes.get(NODE)?.topics?.uptimeMs ?? Number.NaN

test('figures of a real broker are those of its MBeans, per broker and per topic', async () => {
  await collect()
  const figures = await collect()
  for (const [metric, value] of [
    ['ActiveControllerCount', 1],
    ['OfflinePartitionsCount', 0],
    ['UnderReplicatedPartitions', 0],
    ['GlobalTopicCount', 1],
    ['PartitionCount', 2],
    ['LeaderCount', 2],
  ] as const) {
    expect([metric, figures.get(metric)]).toEqual([metric, value])
  }
  for (const metric of ['HeapMemoryAfterGC', 'CpuIdle', 'MemoryUsed', 'KafkaDataLogsDiskUsed']) {
    expect([metric, (figures.get(metric) ?? 0) > 0]).toEqual([metric, true])
  }
  expect(figures.get('RequestHandlerAvgIdlePercent')).toBeGreaterThan(0.5)
  expect(figures.get('NetworkProcessorAvgIdlePercent')).toBeGreaterThan(0.5)
})

test('what was produced is counted, record by record', async () => {
  await collect('measured')
  const before = uptime()
  await send(400)
  await sleep(500)
  const figures = await collect('measured')
  const seconds = (uptime() - before) / 1000
  expect((figures.get('MessagesInPerSec') ?? 0) * seconds).toBeCloseTo(400, 3)
  const bytes = (figures.get('BytesInPerSec') ?? 0) * seconds
  expect(bytes).toBeGreaterThan(400 * RECORD_BYTES)
  expect(bytes).toBeLessThan(400 * RECORD_BYTES * 1.05)
})

test('CPU is what the kernel counted for the process', async () => {
  const { cpus } = await kafka.runtime.host()
  const pid = (await kafka.runtime.observe(kafka.cluster)).memory[NODE]?.pid ?? 0
  await collect()
  const [ticks, begunMs] = [ticksOf(pid), performance.now()]
  for (let round = 0; round < 4; round++) await send(2_000)
  await sleep(1_000)
  const used = ((ticksOf(pid) - ticks) * 10) / (performance.now() - begunMs)
  const figures = await collect()
  expect(figures.get('CpuIdle')).toBeCloseTo(100 - (100 * used) / Math.min(2, cpus), -0.5)
})

const ticksOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

test('a broker stopped in its tracks leaves a gap within the bound, and is measured again afterwards', async () => {
  const pid = (await kafka.runtime.observe(kafka.cluster)).memory[NODE]?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  const begunMs = performance.now()
  const frozen = await collect()
  expect(performance.now() - begunMs).toBeLessThan(4_000)
  process.kill(pid, 'SIGCONT')
  expect(frozen.has('BytesInPerSec')).toBe(false)
  expect(frozen.has('ActiveControllerCount')).toBe(false)
  expect(frozen.has('MemoryUsed')).toBe(true)
  expect((await collect()).get('BytesInPerSec')).toBeDefined()
})

test('a restarted broker counts from its start: nothing is lost, nothing comes twice', async () => {
  await collect()
  const boot = (await kafka.processes())[NODE]?.boot ?? ''
  await kafka.runtime.apply(kafka.cluster, {
    do: 'stop',
    node: kafka.node(NODE),
    boot,
    epoch: 1,
  })
  await kafka.until('it ended', (seen) => seen[NODE]?.state === 'absent')
  expect((await collect()).size).toBe(0)
  await kafka.start(NODE, 'existing')
  await kafka.allRun()
  await send(100)
  const figures = await collect('measured')
  const spanMs = Math.max(10_000, memory.nodes.get(NODE)?.topics?.uptimeMs ?? 0)
  expect(((figures.get('MessagesInPerSec') ?? 0) * spanMs) / 1000).toBeCloseTo(100, 3)
})

test('the agent lets nobody in without the password of this start', async () => {
  const [figures] = await kafka.runtime.figures(kafka.cluster)
  const agent = figures?.agent
  if (!agent) throw new Error('The node has no agent.')
  const [node] = kafka.specifications
  expect(node && endpointOf(node.place, 'agent')).toEqual(agent.endpoint)
  const url = `http://${agent.endpoint.host}:${agent.endpoint.port}/jolokia/version`
  expect((await fetch(url)).status).toBe(401)
})
