import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  metaPropertiesText,
  propertiesText,
  readProperties,
} from '@/lib/broker-runtime/local/node/node-files'
import { createReleases } from '@/lib/broker-runtime/local/release/releases'
import type { NodeId } from '@/lib/domain/plan/world'
import { unregisterBroker } from '../kafka/rpc/unregister-broker'
import { openConnection } from '../kafka/wire/connection'
import { wake } from '../process'
import { until } from '../testing/fleet'
import { realCluster, type RealCluster } from '../testing/real-cluster'

/** Brokers that somebody starts by hand, with the cluster's id and the controllers' voters, as one story. */

const BOUND_MS = 60_000
/** Joined, it is named within so long. */
const NAMED_MS = 5_000

let real: RealCluster
let before: Readonly<Record<NodeId, number>>
const strangers: { child: ChildProcess; folder: string }[] = []

beforeAll(async () => {
  real = await realCluster('127.51')
  before = await real.pids()
})
afterEach(async () => {
  for (const { child, folder } of strangers.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true })
  }
})
afterAll(() => real?.end())

const addressOf = async (nodeId: NodeId, host?: number): Promise<string> => {
  const { address } = await real.home.database.node.findFirstOrThrow({
    where: { clusterId: real.planted.id, nodeId },
  })
  return host === undefined ? address : address.replace(/\d+$/, String(host))
}

/** Kafka itself, with broker 1's settings but for its id, its address and its folder. */
async function startStranger(
  nodeId: NodeId,
  host: number,
): Promise<{ child: ChildProcess; address: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'mosaik-stranger-'))
  const [own, address] = [await addressOf(1), await addressOf(1, host)]
  const { root } = real.folder(1)
  const text = readFileSync(join(root, 'server.properties'), 'utf8')
  const properties = readProperties(text.replaceAll(own, address))
  const data = join(folder, 'data')
  mkdirSync(data)
  writeFileSync(
    join(folder, 'server.properties'),
    propertiesText({ ...properties, 'node.id': String(nodeId), 'log.dirs': data }),
  )
  const { kafkaClusterId } = await real.home.database.cluster.findUniqueOrThrow({
    where: { id: real.planted.id },
  })
  writeFileSync(
    join(data, 'meta.properties'),
    metaPropertiesText(kafkaClusterId, nodeId, 'StrangerStrangerStran1'),
  )
  const release = await createReleases(real.settings).ready('4.3.1')
  if (release === null) throw new Error('Kafka is not on this machine.')
  const flags = ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
  const child = spawn(
    release.java.executable,
    [...flags, '-cp', release.kafka.classPath.join(':'), 'kafka.Kafka', 'server.properties'],
    { cwd: folder, stdio: 'ignore' },
  )
  strangers.push({ child, folder })
  return { child, address }
}

const found = async (is: string) => (await real.findings()).filter((finding) => finding.is === is)

/** A broker opens its door to clients once the controllers let it serve. */
async function listens(address: string): Promise<boolean> {
  const endpoint = { host: address, port: 9092 }
  const connection = await openConnection({ endpoint, connectTimeoutMs: 500 }).catch(() => null)
  connection?.close()
  return connection !== null
}

test('a fourth broker that joins is named, with its address and its process, and nothing is done to it', async () => {
  expect(await real.findings()).toEqual([])
  const { child, address } = await startStranger(4, 99)
  await until('it serves', () => listens(address), BOUND_MS)
  const servesAt = Date.now()
  await until('it is named', async () => (await found('foreignBroker')).length > 0, BOUND_MS)
  expect(Date.now() - servesAt).toBeLessThan(NAMED_MS)
  await until(
    'its process is named',
    async () => (await found('foreignBroker')).some((finding) => 'holder' in finding && finding.holder),
    NAMED_MS,
  )
  expect(await real.findings()).toEqual([
    {
      is: 'foreignBroker',
      node: 4,
      endpoint: { host: address, port: 9092 },
      holder: { pid: child.pid, command: 'java' },
    },
  ])
  expect((await real.status())?.state).toBe('ACTIVE')

  child.kill('SIGKILL')
  await once(child, 'exit')
  await until(
    'its registration is told as left over',
    async () => (await found('staleRegistration')).length > 0,
    BOUND_MS,
  )
  expect(await real.findings()).toEqual([
    { is: 'staleRegistration', node: 4, endpoint: { host: address, port: 9092 } },
  ])
  expect(await real.pids()).toEqual(before)
})

test('taken off the list of brokers, as the page says, it is gone', async () => {
  const connection = await openConnection({
    endpoint: { host: await addressOf(1), port: 9092 },
    connectTimeoutMs: 1_000,
  })
  const { errorCode } = await connection.call(unregisterBroker, { brokerId: 4 }, 5_000)
  connection.close()
  expect(errorCode).toBe(0)
  await until('nothing is found any more', async () => (await real.findings()).length === 0, BOUND_MS)
  expect(await real.pids()).toEqual(before)
})

test('a process that takes the id of a broker that is down is named as what it is', async () => {
  const pause = async (healingPausedAt: Date | null) => {
    await real.home.database.cluster.update({ where: { id: real.planted.id }, data: { healingPausedAt } })
    wake(real.planted.id)
  }
  await pause(new Date())
  process.kill(before[2] ?? 0, 'SIGKILL')
  const { child, address } = await startStranger(2, 98)
  await until('it is named', async () => (await found('otherAddress')).length > 0, BOUND_MS)
  expect(await found('otherAddress')).toMatchObject([
    {
      node: 2,
      endpoint: { host: address, port: 9092 },
      given: { host: await addressOf(2), port: 9092 },
    },
  ])
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  await pause(null)
  const isBack = async () => (await real.pids())[2] !== undefined && (await real.status())?.state === 'ACTIVE'
  await until('ours is back', isBack, BOUND_MS)
  await until('nothing is found any more', async () => (await real.findings()).length === 0, BOUND_MS)
  const after = await real.pids()
  expect({ ...after, 2: 0 }).toEqual({ ...before, 2: 0 })
})
