import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import { endpointOf, formatEndpoint } from '@/lib/domain/node'
import { isKnown } from '@/lib/domain/plan/world'
import type { RunningEngine } from '../engine/run-engine'
import { listClusterOperations } from '../operation/list-cluster-operations'
import { setRuntime } from '../process'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { askForDeletion, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { upgradeWithSettings } from '../testing/upgrade-with-settings'
import { recordsIn, writeSteadily } from '../testing/steady-writer'
import { planChange } from './change/plan-change'
import { describeCluster } from './describe-cluster'
import { placeOf } from './place-of'

/**
 * With ZooKeeper, from 2.2.1 to 2.8.2 in two rolls on real brokers: first one that is undone, then one that stays,
 * while a client writes.
 */

const BOUND_MS = 480_000
const NETWORK = '127.107'
const PROTOCOL = 'inter.broker.protocol.version'

let home: TestHome<BrokerRuntime>
let engine: RunningEngine
let cluster: PlantedCluster
const ctx = testContext()

const client = async () => {
  const nodes = await home.database.node.findMany({ where: { clusterId: cluster.id, role: 'broker' } })
  const brokers = nodes.map((node) => formatEndpoint(endpointOf(placeOf(node), 'client')))
  return new Kafka({ brokers, logLevel: logLevel.NOTHING })
}

/** What each broker says it speaks. */
async function protocols(): Promise<string[]> {
  const admin = (await client()).admin()
  await admin.connect()
  try {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [1, 2, 3].map((id) => ({ type: 4, name: String(id), configNames: [PROTOCOL] })),
    })
    return resources.map(({ configEntries }) => configEntries[0]?.configValue ?? '')
  } finally {
    await admin.disconnect()
  }
}

const zookeeperBoots = async () => {
  const { processes } = await home.runtime.observe(cluster)
  if (!isKnown(processes)) throw new Error('The processes are not known.')
  return Object.entries(processes.value).flatMap(([node, { boot }]) => (Number(node) > 10_000 ? [boot] : []))
}

const upgrade = (settings: string): Promise<string> => upgradeWithSettings(cluster, '2.8.2', settings)

beforeAll(async () => {
  home = await openTestHome<BrokerRuntime>(createLocalRuntime(localSettings('', process.env)))
  home.runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(home.runtime)
  engine = await engineOn(home)
  cluster = await plantCluster(home.database, {
    network: NETWORK,
    specification: { kafkaVersion: '2.2.1', release: '2.2.1', mode: 'ZOOKEEPER' },
  })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
}, BOUND_MS)
afterAll(async () => {
  if (cluster) await outcomeOf(home.database, cluster.id, await askForDeletion(home.database, cluster))
  await engine.stop()
  await home.close()
})

test(
  'brokers that do not come up on the new release go back to the one before, in the first roll',
  async () => {
    // A class that no release has; 2.2.1 does not know the setting.
    const operation = await upgrade('replica.selector.class=org.example.Nothing')
    expect(await outcomeOf(home.database, cluster.id, operation)).toBe('UPDATE_FAILED')
    const { clusterInfo } = await describeCluster({ ctx, input: { clusterArn: cluster.arn } })
    expect(clusterInfo).toMatchObject({ currentBrokerSoftwareInfo: { kafkaVersion: '2.2.1' } })
    expect(await protocols()).toEqual(['2.2-IV1', '2.2-IV1', '2.2-IV1'])
  },
  BOUND_MS,
)

test(
  'a client that writes all the time notices nothing of both rolls, and ZooKeeper runs on',
  async () => {
    const kafka = await client()
    const writer = await writeSteadily(kafka, 'orders')
    const zookeepers = await zookeeperBoots()
    const plan = await planChange({
      ctx,
      input: {
        clusterId: cluster.id,
        configurationInfo: null,
        defaultConfiguration: false,
        targetKafkaVersion: '2.8.2',
      },
    })
    expect(plan).toMatchObject({
      refusals: [],
      version: {
        protocol: { from: '2.2', to: '2.8' },
        clients: { removes: false, silent: [], clients: [{ software: null, verdict: 'compatible' }] },
        defaults: [{ name: 'group.max.session.timeout.ms' }, { name: 'message.max.bytes' }],
      },
      restarts: [{ nodeId: 1 }, { nodeId: 2 }, { nodeId: 3 }],
      restartsAgain: [{ nodeId: 1 }, { nodeId: 2 }, { nodeId: 3 }],
    })
    expect(plan.version?.clients.clients[0]?.connections).toBeGreaterThan(0)
    const operation = await upgrade('num.partitions=3')
    expect(await outcomeOf(home.database, cluster.id, operation)).toBe('UPDATE_COMPLETE')
    const { sent, failed, errors } = await writer.end()
    expect({ failed, errors }).toEqual({ failed: 0, errors: [] })
    expect(await recordsIn(kafka, 'orders')).toBe(sent)
    expect(await zookeeperBoots()).toEqual(zookeepers)
    expect(await protocols()).toEqual(['2.8-IV1', '2.8-IV1', '2.8-IV1'])

    const rows = await home.database.operationEvent.findMany({
      where: { operationId: operation, key: { in: ['nodeStarting', 'protocolRaised'] } },
      orderBy: { id: 'asc' },
    })
    const keys = rows.map(({ key }) => key)
    const starts = ['nodeStarting', 'nodeStarting', 'nodeStarting']
    expect(keys).toEqual([...starts, 'protocolRaised', ...starts])
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
      sourceClusterInfo: { kafkaVersion: '2.2.1' },
      targetClusterInfo: { kafkaVersion: '2.8.2' },
    })
  },
  BOUND_MS,
)
