import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { BRAKE_BYTES_PER_SECOND } from '@/lib/domain/volume-limit'
import type { RunningEngine } from '../engine/run-engine'
import { openAdmin } from '../kafka/admin'
import { alterClientQuotas, describeDefaultQuotas } from '../kafka/rpc/client-quotas'
import { lookAtQuotas } from '../kafka/observation/quotas'
import { createTopic } from '../kafka/topics/create-topic'
import { readClusterStatus } from '../status/read-cluster-status'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { describeCluster } from './describe-cluster'
import { updateBrokerStorage } from './update-storage'
import { endpointsOf } from './testing/endpoints-of'

/** Real volumes of 1 GiB are filled by a real producer, as one story: each test goes on where the one before ended. */

const MIB = 1024 ** 2
const QUOTA_BEFORE = 200 * MIB

let home: TestHome<BrokerRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
let cluster: PlantedCluster
let brokers: string[]
let writing: ReturnType<typeof write>

const status = async () => (await readClusterStatus(home.database, cluster.id, Date.now()))?.view
const described = async () =>
  (await describeCluster({ ctx: testContext(), input: { clusterArn: cluster.arn } })).clusterInfo

beforeAll(async () => {
  home = await openTestHome(quickRuntime())
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  engine = await engineOn({ ...home, database: home.database, runtime })
  cluster = await plantCluster(home.database, { network: '127.103', specification: { volumeSizeGiB: 1 } })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
  const endpoints = await endpointsOf(cluster.id)
  const admin = openAdmin({ bootstrap: endpoints })
  await createTopic(admin, { name: 'orders', partitionCount: 6, replicationFactor: 3 })
  await admin.command((controller) =>
    controller.call(alterClientQuotas, { changes: [quotaOf(QUOTA_BEFORE)], validateOnly: false }, 5_000),
  )
  admin.close()
  brokers = endpoints.map(({ host, port }) => `${host}:${port}`)
  writing = write('steady')
}, 180_000)
afterAll(async () => {
  await writing?.stop()
  await engine.stop()
  if (cluster) await runtime.destroyCluster(cluster, engine.epoch)
  await home.close()
})

test('producers are slowed before the end, and a broker is stopped at it, the one that others do without', async () => {
  await until('the brake is on', async () => ((await status())?.volumes.brakeRate ?? null) !== null, 180_000)
  expect(writing.rate(10_000)).toBeGreaterThan(5 * MIB)
  writing.rateBefore = writing.rate(10_000)
  expect((await described()).customerActionStatus).toBe('CRITICAL_ACTION_REQUIRED')
  await until('Kafka knows it', async () => (await quotas()).all === BRAKE_BYTES_PER_SECOND)
  // The brake holds each client; it takes many of them to fill the rest.
  const crowd = Array.from({ length: 24 }, (_, index) => write(`crowd-${index}`))
  await until('a broker is down for its volume', async () => (await downBrokers()).length === 1, 90_000)
  await Promise.all(crowd.map((one) => one.stop()))
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  expect(await downBrokers()).toHaveLength(1)
  expect(writing.rate(8_000)).toBeLessThan(writing.rateBefore / 20)
  const info = await described()
  expect(info).toMatchObject({ state: 'ACTIVE', customerActionStatus: 'CRITICAL_ACTION_REQUIRED' })
  expect((await quotas()).clients).toBe(QUOTA_BEFORE)
}, 240_000)

test('reads go on', async () => {
  const consumer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).consumer({
    groupId: 'readers',
    sessionTimeout: 10_000,
  })
  await consumer.connect()
  await consumer.subscribe({ topic: 'orders', fromBeginning: true })
  const first = new Promise((resolve) => {
    void consumer.run({ eachMessage: async ({ message }) => resolve(message.value?.length) })
  })
  expect(await first).toBe(10_000)
  await consumer.disconnect()
}, 60_000)

test('killed and started anew, Mosaik knows what it set', async () => {
  const before = await downBrokers()
  await engine.stop()
  engine = await engineOn({ ...home, database: home.database, runtime })
  await until('it has looked', () => (engine.seenAt().get(cluster.id) ?? 0) > 0)
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  expect(await downBrokers()).toEqual(before)
  expect((await quotas()).all).toBe(BRAKE_BYTES_PER_SECOND)
})

test('grown, they are back at their rate within ten seconds, and the broker is back', async () => {
  const { currentVersion } = await described()
  const pids = await runningPids()
  const grownAt = Date.now()
  const { clusterOperationArn } = await updateBrokerStorage({
    ctx: testContext(),
    input: {
      clusterArn: cluster.arn,
      currentVersion,
      targetBrokerEBSVolumeInfo: [{ kafkaBrokerNodeId: 'ALL', volumeSizeGB: 4 }],
    },
  })
  await until('the rate is back', () => writing.rate(1_000) >= 0.8 * writing.rateBefore, 30_000)
  expect(Date.now() - grownAt).toBeLessThan(10_000)
  const operationId = clusterOperationArn.split('/').at(-1) ?? ''
  expect(await outcomeOf(home.database, cluster.id, operationId)).toBe('UPDATE_COMPLETE')
  await until('the brake is off', async () => (await status())?.volumes.brakeRate === null)
  expect(await quotas()).toEqual({ all: null, clients: QUOTA_BEFORE })
  expect(await downBrokers()).toEqual([])
  expect(await runningPids()).toMatchObject(pids)
  expect((await described()).customerActionStatus).toBe('NONE')
  expect(writing.errors).toEqual([])
}, 120_000)

async function downBrokers(): Promise<number[]> {
  const nodes = (await status())?.nodes ?? []
  return nodes
    .filter(({ isVolumeFull, health }) => isVolumeFull && health === 'stopped')
    .map(({ nodeId }) => nodeId)
}

async function runningPids(): Promise<Record<string, number>> {
  const { memory } = await runtime.observe(cluster)
  return Object.fromEntries(Object.entries(memory).map(([node, { pid }]) => [node, pid]))
}

const quotaOf = (rate: number) => ({
  entity: [{ entityType: 'client-id' as const, entityName: null }],
  ops: [{ key: 'producer_byte_rate', set: rate }],
})

/** Of all clients, which the brake sets, and of client ids, which somebody set before. */
async function quotas(): Promise<{ all: number | null; clients: number | null }> {
  const admin = openAdmin({ bootstrap: await endpointsOf(cluster.id) })
  try {
    const seen = await admin.ask((broker) => lookAtQuotas(broker, 0, 5_000))
    const { entries } = await admin.ask((broker) => broker.call(defaultOfClients, null, 5_000))
    const clients = entries?.flatMap(({ values }) => values)[0]?.value ?? null
    return { all: 'value' in seen ? seen.value.defaultRate : null, clients }
  } finally {
    admin.close()
  }
}

const defaultOfClients: typeof describeDefaultQuotas = {
  ...describeDefaultQuotas,
  body: () => ({ components: [{ entityType: 'client-id', matchType: 1, match: null }], strict: true }),
}

/** A steady rate that a broker could take all day, until told to stop. */
function write(clientId: string) {
  const client = new Kafka({ brokers, clientId, logLevel: logLevel.NOTHING })
  const producer = client.producer({ allowAutoTopicCreation: false })
  const sent: { at: number; bytes: number }[] = []
  const errors: string[] = []
  const over = new AbortController()
  const value = Buffer.alloc(10_000, 1)
  const messages = Array.from({ length: 50 }, () => ({ value }))
  const running = (async () => {
    await producer.connect()
    while (!over.signal.aborted) {
      try {
        await producer.send({ topic: 'orders', messages })
        await new Promise((resolve) => setTimeout(resolve, 20))
        sent.push({ at: Date.now(), bytes: messages.length * value.length })
      } catch (error) {
        errors.push(String(error))
      }
    }
  })()
  return {
    errors,
    rateBefore: 0,
    rate: (ms: number) => {
      const since = Date.now() - ms
      return (1_000 * sent.filter(({ at }) => at > since).reduce((sum, { bytes }) => sum + bytes, 0)) / ms
    },
    async stop() {
      over.abort()
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 2_000))])
      await Promise.race([producer.disconnect(), new Promise((resolve) => setTimeout(resolve, 2_000))])
    },
  }
}
