import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import { endpointOf, formatEndpoint } from '@/lib/domain/node'
import { isKnown } from '@/lib/domain/plan/world'
import { createConfiguration } from '../configuration/create-configuration'
import { updateConfiguration } from '../configuration/update-configuration'
import { getClusterConfiguration } from '../configuration/change/get-cluster-configuration'
import { changeCluster } from './change/change-by-console'
import { planChange } from './change/plan-change'
import type { RunningEngine } from '../engine/run-engine'
import { toldTo } from '../kafka/observation/settings'
import { incrementalAlterConfigs } from '../kafka/rpc/configs'
import { openConnection } from '../kafka/wire/connection'
import { setRuntime } from '../process'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { askForDeletion, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { placeOf } from './place-of'
import { updateClusterConfiguration } from './update-cluster-configuration'

/** Revisions on real brokers, as one story: each test goes on where the one before ended. */

const BOUND_MS = 240_000
const NETWORK = '127.54'

let home: TestHome<BrokerRuntime>
let engine: RunningEngine
let cluster: PlantedCluster
let arn = ''
const ctx = testContext()

const FLAWLESS = { state: 'measured', failed: 0, lost: 0, duplicated: 0, outOfOrder: 0 }

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const revise = async (text: string): Promise<number> =>
  (await updateConfiguration({ ctx, input: { arn, serverProperties: base64(text) } })).latestRevision.revision
const currentVersion = async (): Promise<string> =>
  (await home.database.cluster.findUniqueOrThrow({ where: { id: cluster.id } })).currentVersion
const apply = async (revision: number): Promise<string> => {
  const configurationInfo = { arn, revision }
  const input = { clusterArn: cluster.arn, currentVersion: await currentVersion(), configurationInfo }
  const { clusterOperationArn } = await updateClusterConfiguration({ ctx, input })
  return (await home.database.operation.findUniqueOrThrow({ where: { arn: clusterOperationArn } })).id
}
const ended = (operationId: string): Promise<string> => outcomeOf(home.database, cluster.id, operationId)
const boots = async (): Promise<Record<string, string | null>> => {
  const { processes } = await home.runtime.observe(cluster)
  if (!isKnown(processes)) throw new Error('The processes are not known.')
  return Object.fromEntries(Object.entries(processes.value).map(([node, { boot }]) => [node, boot]))
}
const receiptOf = async (operationId: string) => {
  const read = async () => {
    const { receipt } = await home.database.operation.findUniqueOrThrow({ where: { id: operationId } })
    return receipt === null ? null : canaryReceiptSchema.parse(JSON.parse(receipt))
  }
  await until('the receipt is whole', async () => (await read())?.endedAt != null)
  return read()
}
const brokers = async () =>
  (
    await home.database.node.findMany({
      where: { clusterId: cluster.id, role: 'broker' },
      orderBy: { nodeId: 'asc' },
    })
  ).map((node) => endpointOf(placeOf(node), 'client'))

async function told(id: number) {
  const endpoint = (await brokers())[id - 1]
  if (!endpoint) throw new Error(`There is no broker ${id}.`)
  const connection = await openConnection({ endpoint, connectTimeoutMs: 2_000 })
  try {
    return await toldTo(connection, id, null, 4_000)
  } finally {
    connection.close()
  }
}

beforeAll(async () => {
  home = await openTestHome<BrokerRuntime>(createLocalRuntime(localSettings('', process.env)))
  home.runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(home.runtime)
  engine = await engineOn(home)
  cluster = await plantCluster(home.database, { network: NETWORK })
  arn = (
    await createConfiguration({
      ctx,
      input: { name: 'shop', serverProperties: base64('log.retention.hours=48') },
    })
  ).arn
  await ended(cluster.operationId)
})
afterAll(async () => {
  if (cluster) await ended(await askForDeletion(home.database, cluster))
  await engine.stop()
  await home.close()
})

test(
  'what brokers take while they run restarts nothing, and is in force within two seconds',
  async () => {
    const before = await boots()
    const begun = performance.now()
    const operation = await apply(await revise('log.retention.ms=3600000\nmessage.max.bytes=2000000\n'))
    expect(await ended(operation)).toBe('UPDATE_COMPLETE')
    // A second on a quiet machine; the bench holds the bar of two.
    expect(performance.now() - begun).toBeLessThan(6_000)
    expect(await boots()).toEqual(before)
    for (const id of [1, 2, 3]) {
      expect((await told(id)).cluster).toMatchObject({
        'log.retention.ms': '3600000',
        'message.max.bytes': '2000000',
      })
    }
    expect(await receiptOf(operation)).toMatchObject(FLAWLESS)
  },
  BOUND_MS,
)

test(
  'a revision that needs a restart rolls through the brokers, and clients go on',
  async () => {
    const kafka = new Kafka({ brokers: (await brokers()).map(formatEndpoint), logLevel: logLevel.NOTHING })
    const admin = kafka.admin()
    await admin.connect()
    await admin.createTopics({ topics: [{ topic: 'orders', numPartitions: 6, replicationFactor: 3 }] })
    await admin.disconnect()
    const producer = kafka.producer()
    await producer.connect()
    let sent = 0
    let failed = 0
    let longestMs = 0
    const sends = { areOver: false }
    const sending = (async () => {
      for (let last = performance.now(); !sends.areOver;) {
        try {
          await producer.send({ topic: 'orders', messages: [{ value: String(sent) }], acks: -1 })
          sent += 1
        } catch {
          failed += 1
        }
        longestMs = Math.max(longestMs, performance.now() - last)
        last = performance.now()
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    })()
    const before = await boots()
    const operation = await apply(await revise('num.partitions=6\nlog.retention.ms=3600000'))
    expect(await ended(operation)).toBe('UPDATE_COMPLETE')
    sends.areOver = true
    await sending
    await producer.disconnect()
    const after = await boots()
    for (const node of Object.keys(before)) expect(after[node]).not.toBe(before[node])
    expect((await told(1)).cluster).toEqual({ 'min.insync.replicas': '2' })
    const receipt = await receiptOf(operation)
    expect(receipt).toMatchObject(FLAWLESS)
    expect(receipt?.longestGap?.ms).toBeLessThan(6_000)
    expect({ failed, sent: sent > 100, waitsLong: longestMs > 6_000 }).toEqual({
      failed: 0,
      sent: true,
      waitsLong: false,
    })
  },
  BOUND_MS,
)

test(
  'a poisonous revision is undone on the first broker',
  async () => {
    const before = await boots()
    // It starts nowhere: the JVM has no such class.
    const operation = await apply(
      await revise('num.partitions=6\nreplica.selector.class=org.example.Nothing'),
    )
    expect(await ended(operation)).toBe('UPDATE_FAILED')
    const after = await boots()
    const changed = Object.keys(before).filter((node) => before[node] !== after[node])
    expect(changed).toHaveLength(1)
    const row = await home.database.operation.findUniqueOrThrow({ where: { id: operation } })
    expect(row.errorMessage).toMatch(/failed 3 times to start: .*org\.example\.Nothing/)
    expect(await receiptOf(operation)).toMatchObject(FLAWLESS)
  },
  BOUND_MS,
)

test(
  'a value that Kafka refuses while running is the end of the change, in its own words',
  async () => {
    const before = await boots()
    const operation = await apply(await revise('num.partitions=6\nlog.retention.ms=0'))
    expect(await ended(operation)).toBe('UPDATE_FAILED')
    const { errorMessage } = await home.database.operation.findUniqueOrThrow({ where: { id: operation } })
    expect(errorMessage).toMatch(/Kafka does not take log\.retention\.ms: /)
    expect(await boots()).toEqual(before)
    expect((await told(1)).cluster).toEqual({ 'min.insync.replicas': '2' })
  },
  BOUND_MS,
)

test('what somebody told brokers by hand is seen, planned and taken back', async () => {
  const [first] = await brokers()
  if (!first) throw new Error('There is no broker.')
  const connection = await openConnection({ endpoint: first, connectTimeoutMs: 2_000 })
  const tell = async (name: string, key: string, value: string) =>
    connection.call(
      incrementalAlterConfigs,
      { resource: { type: 'broker', name }, changes: [{ name: key, set: value }], validateOnly: false },
      5_000,
    )
  await tell('', 'log.retention.ms', '60000')
  await tell('1', 'num.io.threads', '4')
  connection.close()
  const configuration = () => getClusterConfiguration({ ctx, input: { clusterId: cluster.id } })
  const drift = async () => (await configuration()).settings.filter(({ differing }) => differing.length > 0)
  await until('all brokers know', async () => (await drift())[0]?.differing.length === 3)
  expect(await drift()).toMatchObject([
    {
      name: 'log.retention.ms',
      wanted: '3600000',
      source: 'REVISION',
      differing: [{ value: '60000', source: 'ALL' }, {}, {}],
    },
    {
      name: 'num.io.threads',
      wanted: '3',
      source: 'OVERLAY',
      differing: [{ node: 1, value: '4', source: 'OWN' }],
    },
  ])
  const configurationInfo = { arn, revision: (await configuration()).revision?.revision ?? 0 }
  expect(
    await planChange({
      ctx,
      input: { clusterId: cluster.id, configurationInfo, defaultConfiguration: false },
    }),
  ).toMatchObject({
    changes: [],
    restarts: [],
    strangers: [
      { name: 'log.retention.ms', node: null },
      { name: 'num.io.threads', node: 1 },
    ],
  })
  expect(await ended(await apply(configurationInfo.revision))).toBe('UPDATE_COMPLETE')
  expect(await drift()).toEqual([])
})

test('a roll is planned in its order, with the topics that will notice it', async () => {
  const bootstrap = (await brokers()).map(formatEndpoint)
  const admin = new Kafka({ brokers: bootstrap, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: 'alone', numPartitions: 3, replicationFactor: 1 }] })
  await admin.disconnect()
  const plan = await planChange({
    ctx,
    input: { clusterId: cluster.id, configurationInfo: null, defaultConfiguration: true },
  })
  expect(plan).toMatchObject({
    refusals: [],
    strangers: [],
    topicsAtRisk: [{ topic: 'alone', partitions: 3, is: 'offline' }],
    losesQuorum: false,
  })
  expect(plan.restarts.map(({ role }) => role)).toEqual([
    ...Array(3).fill('controller'),
    ...Array(3).fill('broker'),
  ])
  expect(plan.changes.map(({ name, effect }) => [name, effect])).toEqual([
    ['log.retention.ms', 'restart'],
    ['num.partitions', 'restart'],
  ])
})

test(
  'back to what MSK sets',
  async () => {
    const { operationId } = await changeCluster({
      ctx,
      input: {
        clusterId: cluster.id,
        configurationInfo: null,
        defaultConfiguration: true,
        currentVersion: await currentVersion(),
      },
    })
    expect(await ended(operationId)).toBe('UPDATE_COMPLETE')
  },
  BOUND_MS,
)
