import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import { endpointOf, formatEndpoint } from '@/lib/domain/node'
import type { RunningEngine } from '../engine/run-engine'
import { apiVersions } from '../kafka/wire/api-versions'
import { openConnection } from '../kafka/wire/connection'
import { listClusterOperations } from '../operation/list-cluster-operations'
import { setRuntime } from '../process'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { askForDeletion, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { upgradeWithSettings } from '../testing/upgrade-with-settings'
import { recordsIn, writeSteadily } from '../testing/steady-writer'
import { describeCluster } from './describe-cluster'
import { placeOf } from './place-of'

/** From 3.9.2 to 4.3.1 on real brokers, while a client writes; first a release that is undone, then one that stays. */

const BOUND_MS = 360_000
const NETWORK = '127.57'

let home: TestHome<BrokerRuntime>
let engine: RunningEngine
let cluster: PlantedCluster
const ctx = testContext()

const brokers = async () =>
  (
    await home.database.node.findMany({
      where: { clusterId: cluster.id, role: 'broker' },
      orderBy: { nodeId: 'asc' },
    })
  ).map((node) => endpointOf(placeOf(node), 'client'))

/** What the cluster writes, and what the newest of its brokers could read. */
async function levels() {
  const [endpoint] = await brokers()
  if (!endpoint) throw new Error('There is no broker.')
  const connection = await openConnection({ endpoint, connectTimeoutMs: 2_000 })
  try {
    const { finalizedFeatures = [] } = await connection.call(apiVersions, {}, 4_000)
    return Object.fromEntries(finalizedFeatures.map(({ name, maxVersionLevel }) => [name, maxVersionLevel]))
  } finally {
    connection.close()
  }
}

const upgrade = (settings: string): Promise<string> => upgradeWithSettings(cluster, '4.3.1', settings)

beforeAll(async () => {
  home = await openTestHome<BrokerRuntime>(createLocalRuntime(localSettings('', process.env)))
  home.runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(home.runtime)
  engine = await engineOn(home)
  cluster = await plantCluster(home.database, {
    network: NETWORK,
    specification: { kafkaVersion: '3.9.2', release: '3.9.2' },
  })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
}, BOUND_MS)
afterAll(async () => {
  if (cluster) await outcomeOf(home.database, cluster.id, await askForDeletion(home.database, cluster))
  await engine.stop()
  await home.close()
})

test(
  'brokers that do not come up on the new release go back to the one before',
  async () => {
    const before = await levels()
    expect(before).toMatchObject({ 'metadata.version': 21 })
    // A class that no release has. By then all controllers run the new one already, and go back too.
    const operation = await upgrade('replica.selector.class=org.example.Nothing')
    expect(await outcomeOf(home.database, cluster.id, operation)).toBe('UPDATE_FAILED')
    expect(await levels()).toEqual(before)
    const { clusterInfo } = await describeCluster({ ctx, input: { clusterArn: cluster.arn } })
    expect(clusterInfo).toMatchObject({ currentBrokerSoftwareInfo: { kafkaVersion: '3.9.2' } })
  },
  BOUND_MS,
)

test(
  'a client that writes all the time notices nothing of an upgrade, and its features come last',
  async () => {
    const kafka = new Kafka({ brokers: (await brokers()).map(formatEndpoint), logLevel: logLevel.NOTHING })
    const writer = await writeSteadily(kafka, 'orders')
    const operation = await upgrade('num.partitions=3')
    expect(await outcomeOf(home.database, cluster.id, operation)).toBe('UPDATE_COMPLETE')
    const { sent, failed } = await writer.end()
    expect(failed).toBe(0)
    expect(await recordsIn(kafka, 'orders')).toBe(sent)

    expect(await levels()).toMatchObject({
      'metadata.version': 30,
      'transaction.version': 2,
      'group.version': 1,
      'eligible.leader.replicas.version': 1,
      'share.version': 1,
      'streams.version': 1,
    })
    const rows = await home.database.operationEvent.findMany({
      where: { operationId: operation, key: { in: ['nodeStarting', 'featureRaised'] } },
      orderBy: { id: 'asc' },
    })
    const keys = rows.map(({ key }) => key)
    expect(keys.indexOf('featureRaised')).toBeGreaterThan(keys.lastIndexOf('nodeStarting'))
    const read = async () => {
      const { receipt } = await home.database.operation.findUniqueOrThrow({ where: { id: operation } })
      return receipt === null ? null : canaryReceiptSchema.parse(JSON.parse(receipt))
    }
    await until('the receipt is whole', async () => (await read())?.endedAt != null)
    expect(await read()).toMatchObject({ failed: 0, lost: 0, duplicated: 0, outOfOrder: 0 })
    const listed = await listClusterOperations({ ctx, input: { clusterArn: cluster.arn, maxResults: 10 } })
    expect(listed.clusterOperationInfoList[0]).toMatchObject({
      operationType: 'UPDATE_CLUSTER_KAFKA_VERSION',
      operationState: 'UPDATE_COMPLETE',
      sourceClusterInfo: { kafkaVersion: '3.9.2' },
      targetClusterInfo: { kafkaVersion: '4.3.1' },
    })
  },
  BOUND_MS,
)
