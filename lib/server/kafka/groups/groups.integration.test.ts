import { spawn, type ChildProcess } from 'node:child_process'
import { Kafka, logLevel, type Consumer } from 'kafkajs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import { formatEndpoint, type Endpoint } from '@/lib/domain/node'
import { watchedTestCluster } from '../../metrics/collect/testing/watched-test-cluster'
import { openAdmin, type KafkaAdmin } from '../admin'
import { sendMessages } from '../messages'
import { createTopic } from '../topics/create-topic'
import { commitOffsets, deleteOneGroup, offsetsAtTime } from './commit-offsets'
import { listAllGroups } from './list'
import { lookAtGroup } from './look-at-group'

const TOPIC = 'orders'
const CLASSIC = 'billing/ä: 1'
const MODERN = 'modern'

let kafka: TestCluster
let admin: KafkaAdmin
let clients: readonly Endpoint[]
let consumer: Consumer
let modern: ChildProcess

beforeAll(async () => {
  kafka = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT' })
  await kafka.startAll()
  await kafka.allRun()
  clients = watchedTestCluster(kafka, 'DEFAULT').clients
  admin = openAdmin({ bootstrap: clients })
  await createTopic(admin, { name: TOPIC, partitionCount: 3, replicationFactor: 1 })
  const records = Array.from({ length: 30 }, (_, n) => ({ key: String(n), value: 'x' }))
  await sendMessages({ bootstrap: clients, topic: TOPIC, timeoutMs: 20_000 }, records)
  consumer = new Kafka({
    clientId: 'till-7',
    brokers: clients.map(formatEndpoint),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 100 },
  }).consumer({ groupId: CLASSIC })
  await consumer.connect()
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true })
  await consumer.run({ eachMessage: async () => undefined })
  const words = ['--topic', TOPIC, '--from-beginning', '--group', MODERN]
  modern = await tool('ConsoleConsumer', [...words, '--command-property', 'group.protocol=consumer'])
})

afterAll(async () => {
  await consumer.disconnect()
  modern.kill('SIGKILL')
  admin.close()
  await kafka.end()
})

/** A tool of Kafka's own, which runs on until it is killed. */
async function tool(name: string, words: readonly string[]): Promise<ChildProcess> {
  const ready = await kafka.releases.ready('4.3.1')
  const [endpoint] = clients
  if (!ready || !endpoint) throw new Error('There is no broker.')
  const flags = ['-XX:TieredStopAtLevel=1', '-Xmx128m', '-cp', ready.kafka.classPath.join(':')]
  const own = [`org.apache.kafka.tools.consumer.${name}`, '--bootstrap-server', formatEndpoint(endpoint)]
  return spawn(ready.java.executable, [...flags, ...own, ...words], { stdio: 'ignore' })
}

test('a classic group, with a name of any kind, tells its members and what each reads', async () => {
  await vi.waitFor(
    async () => {
      const { group, positions } = await lookAtGroup(admin, CLASSIC)
      expect(group).toMatchObject({ kind: 'classic', state: 'Stable', protocolType: 'consumer' })
      expect(group.described?.members).toMatchObject([
        { clientId: 'till-7', subscribed: [TOPIC], assigned: [{ topic: TOPIC, partitions: [0, 1, 2] }] },
      ])
      expect(positions.map(({ committed, end }) => (end ?? 0) - (committed ?? 0))).toEqual([0, 0, 0])
    },
    { timeout: 30_000, interval: 300 },
  )
})

test('so does a group of the new protocol', async () => {
  await vi.waitFor(
    async () => {
      const { group } = await lookAtGroup(admin, MODERN)
      expect(group).toMatchObject({ kind: 'consumer', state: 'Stable' })
      expect(group.described?.members).toMatchObject([
        { subscribed: [TOPIC], assigned: [{ topic: TOPIC, partitions: [0, 1, 2] }] },
      ])
    },
    { timeout: 30_000, interval: 300 },
  )
})

test('and a share group, whose members take single records', async () => {
  const words = ['--topic', TOPIC, '--group', 'shared']
  const sharing = await tool('ConsoleShareConsumer', words)
  try {
    await vi.waitFor(
      async () => {
        const { group, positions } = await lookAtGroup(admin, 'shared')
        expect(group).toMatchObject({ kind: 'share', state: 'Stable' })
        expect(group.described?.members).toMatchObject([{ subscribed: [TOPIC] }])
        expect(positions.every(({ committed }) => committed === null)).toBe(true)
      },
      { timeout: 30_000, interval: 300 },
    )
  } finally {
    sharing.kill('SIGKILL')
  }
})

test('the list has both, and the offsets are kept as long as Kafka says', async () => {
  const { groups, silent } = await listAllGroups(admin)
  expect(silent).toEqual([])
  const found = groups.map(({ name, kind, described }) => ({
    name,
    kind,
    members: described?.members.length,
  }))
  expect(found).toEqual(
    expect.arrayContaining([
      { name: CLASSIC, kind: 'classic', members: 1 },
      { name: MODERN, kind: 'consumer', members: 1 },
    ]),
  )
  expect((await lookAtGroup(admin, CLASSIC)).retentionMs).toBe(7 * 86_400_000)
})

test('offsets are taken while nobody reads, a time is found as an offset, and a group is deleted', async () => {
  const move = { topic: TOPIC, partition: 1, from: null, to: 2, again: null }
  const seen = await lookAtGroup(admin, CLASSIC)
  await expect(commitOffsets(admin, seen, [move])).rejects.toThrow(/not reset/)
  await expect(deleteOneGroup(admin, CLASSIC)).rejects.toThrow(/not empty/)
  await consumer.disconnect()
  await vi.waitFor(async () => expect((await lookAtGroup(admin, CLASSIC)).group.state).toBe('Empty'), {
    timeout: 20_000,
    interval: 300,
  })
  await commitOffsets(admin, seen, [move])
  const { positions, view } = await lookAtGroup(admin, CLASSIC)
  expect(positions[1]?.committed).toBe(2)
  expect((await offsetsAtTime(admin, view, TOPIC, 1)).get(`${TOPIC}-1`)).toBe(0)
  expect((await offsetsAtTime(admin, view, TOPIC, Date.now() + 60_000)).size).toBe(0)
  await deleteOneGroup(admin, CLASSIC)
  await expect(lookAtGroup(admin, CLASSIC)).rejects.toThrow('There is no group')
})

test('a group that is not there is said not to be', async () => {
  await expect(lookAtGroup(admin, 'nobody')).rejects.toThrow('There is no group "nobody".')
})
