import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '@/lib/domain/finding'
import type { NodeId } from '@/lib/domain/plan/world'
import { until } from '../testing/fleet'
import { realCluster, type RealCluster } from '../testing/real-cluster'
import { endpointsOf } from '../cluster/testing/endpoints-of'

/** What befalls the files, ports and processes of real Kafka, as one story: what each leaves is where the next begins. */

const BOUND_MS = 90_000
const RECORDS = 2_000
const PARTITION = 'kept-0'

let real: RealCluster
let kafka: Kafka

beforeAll(async () => {
  real = await realCluster('127.52')
  const brokers = (await endpointsOf(real.planted.id)).map(({ host, port }) => `${host}:${port}`)
  kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  const topic = { topic: 'kept', numPartitions: 1, replicationFactor: 3 }
  await admin.createTopics({ topics: [topic], waitForLeaders: true })
  await admin.disconnect()
  const producer = kafka.producer()
  await producer.connect()
  for (let sent = 0; sent < RECORDS; sent += 100) {
    const messages = Array.from({ length: 100 }, (_, index) => ({ value: `record ${sent + index}` }))
    await producer.send({ topic: 'kept', acks: -1, messages })
  }
  await producer.disconnect()
})
afterAll(() => real?.end())

/** Waits for another process in its place: for a moment after its death nothing seems to be wrong. */
async function killAndAwait(node: NodeId, meanwhile: () => Promise<void> = async () => undefined) {
  const pid = (await real.pids())[node] ?? 0
  process.kill(pid, 'SIGKILL')
  await meanwhile()
  const isBack = async () => ((await real.pids())[node] ?? pid) !== pid && (await isWhole())
  await until('it is back', isBack, BOUND_MS)
}
const others = (pids: Readonly<Record<NodeId, number>>, node: NodeId) => ({ ...pids, [node]: 0 })

async function areOthers(before: Readonly<Record<NodeId, number>>): Promise<boolean> {
  const old = Object.values(before)
  const now = Object.values(await real.pids())
  return now.length === old.length && !now.some((pid) => old.includes(pid)) && (await isWhole())
}

/** Every replica in sync, by the word of Kafka, and the cluster serves. */
async function isWhole(): Promise<boolean> {
  const admin = kafka.admin({ retry: { retries: 0 } })
  try {
    await admin.connect()
    const { topics } = await admin.fetchTopicMetadata({ topics: ['kept'] })
    const isInSync = topics[0]?.partitions.every(({ isr }) => isr.length === 3) === true
    return (
      isInSync && (await real.status())?.state === 'ACTIVE' && Object.keys(await real.pids()).length === 6
    )
  } catch {
    return false
  } finally {
    await admin.disconnect()
  }
}

async function leader(): Promise<NodeId> {
  const admin = kafka.admin()
  await admin.connect()
  const { topics } = await admin.fetchTopicMetadata({ topics: ['kept'] })
  await admin.disconnect()
  return topics[0]?.partitions[0]?.leader ?? 0
}

async function readAll(): Promise<readonly string[]> {
  const consumer = kafka.consumer({ groupId: `reader-${Date.now()}` })
  await consumer.connect()
  await consumer.subscribe({ topic: 'kept', fromBeginning: true })
  const values: string[] = []
  await consumer.run({
    eachMessage: ({ message }) => {
      values.push(message.value?.toString() ?? '')
      return Promise.resolve()
    },
  })
  await until('all is read', () => values.length >= RECORDS, BOUND_MS)
  await consumer.disconnect()
  return values
}
const ALL = Array.from({ length: RECORDS }, (_, index) => `record ${index}`)

const segment = (node: NodeId): string => join(real.folder(node).data, PARTITION, '00000000000000000000.log')
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const named = async (is: Finding['is'], node: NodeId) =>
  (await real.findings()).filter((finding) => finding.is === is && finding.node === node)

/** Retries while the port is still that of the broker that dies. */
async function hold(host: string, port: number): Promise<Server> {
  for (;;) {
    const server = createServer()
    const isHeld = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, host, () => resolve(true))
    })
    if (isHeld) return server
  }
}

test('a port that somebody takes while a broker is down is named with its holder, and left to it', async () => {
  const before = await real.pids()
  const [, endpoint] = await endpointsOf(real.planted.id)
  if (endpoint === undefined) throw new Error('There is a second broker.')
  await killAndAwait(2, async () => {
    const server = await hold(endpoint.host, endpoint.port)
    await until('it is named', async () => (await named('heldAddress', 2)).length > 0, BOUND_MS)
    expect(await named('heldAddress', 2)).toMatchObject([
      { endpoint, holder: { pid: process.pid, command: 'node' } },
    ])
    expect((await real.pids())[2]).toBeUndefined()
    expect(server.listening).toBe(true)
    await new Promise((resolve) => server.close(resolve))
  })
  expect(others(await real.pids(), 2)).toEqual(others(before, 2))
  expect(await real.findings()).toEqual([])
})

test('a server.properties that somebody ruins is told, stops nobody, and is written anew at the next start', async () => {
  const before = await real.pids()
  const file = join(real.folder(3).root, 'server.properties')
  const written = readFileSync(file, 'utf8')
  writeFileSync(file, '\u0000\u0001 ruined')
  await until('it is told', async () => (await named('changedFile', 3)).length > 0, BOUND_MS)
  expect(await real.pids()).toEqual(before)
  await killAndAwait(3)
  expect(readFileSync(file, 'utf8')).toBe(written)
  await until('nothing is told any more', async () => (await real.findings()).length === 0, BOUND_MS)
})

test('a meta.properties that somebody ruined is told in Kafka’s words, and the broker serves once it is put right', async () => {
  const before = await real.pids()
  const file = real.folder(1).metaProperties
  const written = readFileSync(file, 'utf8')
  writeFileSync(file, written.replace('version=1', 'version=9'))
  expect(await real.pids()).toEqual(before)
  const reasonOf = async () =>
    (await real.status())?.view?.nodes.find(({ nodeId }) => nodeId === 1)?.lastExitReason ?? ''
  await killAndAwait(1, async () => {
    await until('its reason is told', async () => /meta\.properties/.test(await reasonOf()), BOUND_MS)
    expect((await real.status())?.state).toBe('HEALING')
    writeFileSync(file, written)
  })
  expect(others(await real.pids(), 1)).toEqual(others(before, 1))
})

test('what is damaged in a log segment is cut off at the next start and copied again from the leader', async () => {
  const led = await leader()
  const follower = (led % 3) + 1
  const path = segment(follower)
  const whole = digest(segment(led))
  expect(digest(path)).toBe(whole)
  const descriptor = openSync(path, 'r+')
  const middle = Math.floor(statSync(path).size / 2)
  writeSync(descriptor, Buffer.alloc(64, 0xff), 0, 64, middle)
  closeSync(descriptor)
  await killAndAwait(follower)
  await until('it holds what the leader holds', () => digest(path) === whole, BOUND_MS)
  expect(await readAll()).toEqual(ALL)
})

test('every process of the cluster killed at once: all start again, and nothing acknowledged is lost', async () => {
  const before = await real.pids()
  for (const pid of Object.values(before)) process.kill(pid, 'SIGKILL')
  await until('all are back', () => areOthers(before), BOUND_MS)
  expect(await readAll()).toEqual(ALL)
})

test('and so it is where Mosaik dies with them', async () => {
  const before = await real.pids()
  await real.whileDown(async () => {
    for (const pid of Object.values(before)) process.kill(pid, 'SIGKILL')
    await until('all are gone', async () => Object.keys(await real.pids()).length === 0)
  })
  await until('all are back', () => areOthers(before), BOUND_MS)
  expect(await readAll()).toEqual(ALL)
  expect(await real.findings()).toEqual([])
})
