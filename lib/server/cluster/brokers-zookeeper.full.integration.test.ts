import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { endpointOf, formatEndpoint } from '@/lib/domain/node'
import { PLAIN_ZONES } from '@/lib/domain/testing/plain-specification'
import type { RunningEngine } from '../engine/run-engine'
import { setRuntime } from '../process'
import { tagResource } from '../tag/tag-resource'
import { engineOn, outcomeOf } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { askForDeletion, plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { placeOf } from './place-of'
import { updateBrokerCount } from './update-broker-count'

/** The first release with ZooKeeper that MSK takes brokers from: what the last of them holds moves to the other. */

const NETWORK = '127.110'
const ctx = testContext()

let home: TestHome<BrokerRuntime>
let engine: RunningEngine
let cluster: PlantedCluster

const addresses = async () =>
  (
    await home.database.node.findMany({
      where: { clusterId: cluster.id, role: 'broker' },
      orderBy: { nodeId: 'asc' },
    })
  ).map((node) => formatEndpoint(endpointOf(placeOf(node), 'client')))

beforeAll(async () => {
  home = await openTestHome<BrokerRuntime>(createLocalRuntime(localSettings('', process.env)))
  home.runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(home.runtime)
  engine = await engineOn(home)
  cluster = await plantCluster(home.database, {
    network: NETWORK,
    specification: {
      kafkaVersion: '2.8.2',
      release: '2.8.2',
      mode: 'ZOOKEEPER',
      brokerCount: 2,
      zones: PLAIN_ZONES.slice(0, 1),
    },
  })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
})
afterAll(async () => {
  if (cluster) await outcomeOf(home.database, cluster.id, await askForDeletion(home.database, cluster))
  await engine.stop()
  await home.close()
})

test('a broker is emptied and goes', { timeout: 300_000 }, async () => {
  const admin = new Kafka({ brokers: await addresses(), logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  await admin.createTopics({
    waitForLeaders: true,
    topics: [{ topic: 'orders', numPartitions: 4, replicationFactor: 1 }],
  })
  const leaders = async () => {
    const { topics } = await admin.fetchTopicMetadata({ topics: ['orders'] })
    return new Set(topics[0]?.partitions.map(({ leader }) => leader))
  }
  expect(await leaders()).toEqual(new Set([1, 2]))
  const tags = { 'mosaik:behaviour': 'assisted' }
  await tagResource({ ctx, input: { resourceArn: cluster.arn, tags } })
  const { currentVersion } = await home.database.cluster.findUniqueOrThrow({ where: { id: cluster.id } })
  const input = { clusterArn: cluster.arn, currentVersion, targetNumberOfBrokerNodes: 1 }
  const { clusterOperationArn } = await updateBrokerCount({ ctx, input })
  const operation = clusterOperationArn.split('/').at(-1) ?? ''
  expect(await outcomeOf(home.database, cluster.id, operation)).toBe('UPDATE_COMPLETE')
  expect(await leaders()).toEqual(new Set([1]))
  expect(await addresses()).toHaveLength(1)
  await admin.disconnect()
})
