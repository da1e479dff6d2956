import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { fillOf, volumeBytesOf } from '@/lib/domain/volume-limit'
import type { RunningEngine } from '../engine/run-engine'
import { describeNodeConfigs } from '../kafka/node-configs'
import { setRuntime } from '../process'
import { readClusterStatus } from '../status/read-cluster-status'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { deleteTopic } from '../topic/delete-topic'
import { changeCluster } from './change/change-by-console'
import { describeCluster } from './describe-cluster'
import { endpointsOf } from './testing/endpoints-of'

/** Partitions are to come to a broker whose real volume is full. */

const RECORD = Buffer.alloc(100_000, 1)

let home: TestHome<BrokerRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
let cluster: PlantedCluster
let kafka: Kafka
const ctx = testContext()

const status = async () => (await readClusterStatus(home.database, cluster.id, Date.now()))?.view
const fillOfThird = async (): Promise<number> => {
  const used = (await status())?.nodes.find(({ nodeId }) => nodeId === 3)?.volumeUsedBytes ?? 0
  return fillOf(used, volumeBytesOf(1))
}

beforeAll(async () => {
  home = await openTestHome(quickRuntime())
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(runtime)
  engine = await engineOn({ ...home, database: home.database, runtime })
  cluster = await plantCluster(home.database, { network: '127.104', specification: { volumeSizeGiB: 1 } })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
  const brokers = (await endpointsOf(cluster.id)).map(({ host, port }) => `${host}:${port}`)
  kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  const placed = (topic: string, nodes: number[]) => ({
    topic,
    replicaAssignment: [{ partition: 0, replicas: nodes }],
    configEntries: [{ name: 'min.insync.replicas', value: '1' }],
  })
  await admin.createTopics({ topics: [placed('orders', [1, 2]), placed('ballast', [3])] })
  await admin.disconnect()
}, 240_000)
afterAll(async () => {
  await engine.stop()
  if (cluster) await runtime.destroyCluster(cluster, engine.epoch)
  await home.close()
})

test('a move to a full volume waits, says for what, and goes on once there is room', async () => {
  await write('orders', 200)
  await write('ballast', Math.round((0.6 * volumeBytesOf(1)) / RECORD.length))
  await until('that is counted', async () => (await fillOfThird()) > 0.59)
  // A volume that is full already is no target. This one fills between the plan and the move.
  await engine.stop()
  const { currentVersion } = (await describeCluster({ ctx, input: { clusterArn: cluster.arn } })).clusterInfo
  const placement = { topic: 'orders', factor: 3 }
  const { operationId } = await changeCluster({
    ctx,
    input: {
      clusterId: cluster.id,
      configurationInfo: null,
      defaultConfiguration: false,
      currentVersion,
      placement,
    },
  })
  await write('ballast', Math.round((0.35 * volumeBytesOf(1)) / RECORD.length))
  engine = await engineOn({ ...home, database: home.database, runtime })
  const why = async () => (await status())?.health.waitingFor
  await until('the move waits for room', async () => (await why())?.for === 'volume', 60_000)
  expect(await why()).toEqual({ for: 'volume', node: 3 })
  expect(await replicas()).toEqual([1, 2])
  // Its only replica is there: the broker is full, and is not stopped for it.
  expect((await status())?.nodes.find(({ nodeId }) => nodeId === 3)?.health).toBe('serving')
  await deleteTopic({ ctx, input: { clusterArn: cluster.arn, topicName: 'ballast' } })
  expect(await outcomeOf(home.database, cluster.id, operationId)).toBe('UPDATE_COMPLETE')
  expect((await replicas()).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  await until('the brake is off', async () => (await status())?.volumes.brakeRate === null, 30_000)
  for (const [index, endpoint] of (await endpointsOf(cluster.id)).entries()) {
    const throttled = (await describeNodeConfigs(endpoint, index + 1)).filter(
      ({ name, value }) => name.endsWith('replication.throttled.rate') && value !== String(2n ** 63n - 1n),
    )
    expect(throttled).toEqual([])
  }
}, 400_000)

async function write(topic: string, records: number): Promise<void> {
  const producer = kafka.producer()
  await producer.connect()
  for (let sent = 0; sent < records; sent += 10)
    await producer.send({ topic, messages: Array.from({ length: 10 }, () => ({ value: RECORD })) })
  await producer.disconnect()
}

async function replicas(): Promise<number[]> {
  const admin = kafka.admin()
  await admin.connect()
  const { topics } = await admin.fetchTopicMetadata({ topics: ['orders'] })
  await admin.disconnect()
  return topics[0]?.partitions[0]?.replicas ?? []
}
