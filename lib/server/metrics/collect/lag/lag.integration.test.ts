import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Kafka, logLevel, type Admin } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { MonitoringLevel } from '@/lib/domain/metrics/level'
import { formatEndpoint } from '@/lib/domain/node'
import { systemClock } from '../../../clock'
import { openAdmin } from '../../../kafka/admin'
import { sendMessages } from '../../../kafka/messages'
import { createTopic } from '../../../kafka/topics/create-topic'
import { watchedTestCluster } from '../testing/watched-test-cluster'
import { collectLag } from './collect-lag'
import { LagMemory } from './lag-memory'

const TOPIC = 'orders'
const GROUP = 'billing: Ä'

let kafka: TestCluster
let groups: Admin
const memory = new LagMemory()

beforeAll(async () => {
  kafka = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT' })
  await kafka.startAll()
  await kafka.allRun()
  const { clients } = watched()
  const admin = openAdmin({ bootstrap: clients })
  await createTopic(admin, { name: TOPIC, partitionCount: 1, replicationFactor: 1 })
  admin.close()
  const brokers = clients.map(formatEndpoint)
  groups = new Kafka({
    brokers,
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 100 },
  }).admin()
  await groups.connect()
})
afterAll(async () => {
  await groups.disconnect()
  memory.close()
  await kafka.end()
})

const watched = (level: MonitoringLevel = 'DEFAULT') => watchedTestCluster(kafka, level)
const send = (count: number) =>
  sendMessages(
    { bootstrap: watched().clients, topic: TOPIC, timeoutMs: 20_000 },
    Array.from({ length: count }, () => ({ value: 'x' })),
  )
const commit = (offset: number) =>
  groups.setOffsets({ groupId: GROUP, topic: TOPIC, partitions: [{ partition: 0, offset: String(offset) }] })

async function lagOf(group: string, own = memory, level: MonitoringLevel = 'DEFAULT') {
  const { lag } = await collectLag(watched(level), own, 0, systemClock)
  return Object.fromEntries(
    lag
      .filter(({ dimensions }) => dimensions?.['Consumer Group'] === group)
      .map(({ metric, value }) => [metric, value]),
  )
}

test('a group that never committed has no lag, one that did has its offsets, whatever its name', async () => {
  await send(100)
  expect(await lagOf(GROUP)).toEqual({})
  await commit(40)
  expect(await lagOf(GROUP)).toMatchObject({ MaxOffsetLag: 60, SumOffsetLag: 60 })
  await commit(100)
  expect(await lagOf(GROUP)).toMatchObject({ MaxOffsetLag: 0, ConsumerLagAge: 0, EstimatedMaxTimeLag: 0 })
})

test('the age of the oldest unread record follows the clock while nobody reads', async () => {
  const sentAt = Date.now()
  await send(10)
  await lagOf(GROUP)
  await sleep(2_000)
  const { ConsumerLagAge } = await lagOf(GROUP)
  expect(Math.abs((ConsumerLagAge ?? 0) - (Date.now() - sentAt) / 1000)).toBeLessThan(1)
})

test('after a start of Mosaik the brokers tell how old it is', async () => {
  const fresh = new LagMemory()
  const before = (await lagOf(GROUP)).ConsumerLagAge ?? Number.NaN
  const { ConsumerLagAge } = await lagOf(GROUP, fresh)
  fresh.close()
  expect(Math.abs((ConsumerLagAge ?? 0) - before)).toBeLessThan(1.5)
})

test('partitions have their lag at the level that asks for them', async () => {
  expect(await lagOf(GROUP, memory, 'PER_TOPIC_PER_PARTITION')).toMatchObject({ OffsetLag: 10 })
})

test('a group of the new protocol counts like any other', async () => {
  const ready = await kafka.releases.ready('4.3.1')
  const [endpoint] = watched().clients
  if (!ready || !endpoint) throw new Error('There is no broker.')
  const words = ['--bootstrap-server', formatEndpoint(endpoint), '--topic', TOPIC, '--from-beginning']
  const group = ['--group', 'modern', '--command-property', 'group.protocol=consumer', '--max-messages', '30']
  const flags = ['-XX:TieredStopAtLevel=1', '-Xmx128m', '-cp', ready.kafka.classPath.join(':')]
  const tool = 'org.apache.kafka.tools.consumer.ConsoleConsumer'
  await promisify(execFile)(ready.java.executable, [...flags, tool, ...words, ...group], { timeout: 60_000 })
  const lag = await lagOf('modern')
  expect(lag.SumOffsetLag).toBe(80)
})

test('a deleted group is forgotten', async () => {
  await groups.deleteGroups([GROUP])
  expect(await lagOf(GROUP)).toEqual({})
})

test('brokers that hold partitions of users say so', async () => {
  const { brokers } = await collectLag(watched(), memory, 0, systemClock)
  expect(brokers.get(1)).toEqual([{ metric: 'UserPartitionExists', value: 1 }])
})
