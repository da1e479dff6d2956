import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { canaryReceiptSchema } from '@/lib/domain/canary-receipt'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { isKnown } from '@/lib/domain/plan/world'
import { createConfiguration } from '../configuration/create-configuration'
import { updateConfiguration } from '../configuration/update-configuration'
import type { RunningEngine } from '../engine/run-engine'
import { setRuntime } from '../process'
import { engineOn, outcomeOf, until } from '../testing/fleet'
import { openTestHome, quickRuntime, type TestHome } from '../testing/home'
import { plantCluster, type PlantedCluster } from '../testing/planted-cluster'
import { testContext } from '../testing/requests'
import { updateMonitoring } from './update-monitoring'
import { updateClusterConfiguration } from './update-cluster-configuration'

/** A roll of real brokers that is disturbed, and the oldest release. */

const BOUND_MS = 300_000
const ctx = testContext()

let home: TestHome<BrokerRuntime>
let runtime: BrokerRuntime
let engine: RunningEngine
let cluster: PlantedCluster
let arn = ''

const startEngine = () => engineOn({ ...home, database: home.database, runtime })
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const revise = async (text: string): Promise<number> =>
  (await updateConfiguration({ ctx, input: { arn, serverProperties: base64(text) } })).latestRevision.revision
const apply = async (revision: number): Promise<string> => {
  const { currentVersion } = await home.database.cluster.findUniqueOrThrow({ where: { id: cluster.id } })
  const configurationInfo = { arn, revision }
  const input = { clusterArn: cluster.arn, currentVersion, configurationInfo }
  const { clusterOperationArn } = await updateClusterConfiguration({ ctx, input })
  return clusterOperationArn.split('/').at(-1) ?? ''
}
const ended = (operationId: string): Promise<string> => outcomeOf(home.database, cluster.id, operationId)
const processes = async () => {
  const seen = await runtime.observe(cluster)
  if (!isKnown(seen.processes)) throw new Error('The processes are not known.')
  return { procs: seen.processes.value, memory: seen.memory }
}
const boots = async () =>
  Object.fromEntries(Object.entries((await processes()).procs).map(([node, { boot }]) => [node, boot]))
const isStopping = async (node: number): Promise<boolean> =>
  (await processes()).procs[node]?.state === 'stopping'
const receiptOf = async (id: string) => {
  await until('the receipt is whole', async () => {
    const { receipt } = await home.database.operation.findUniqueOrThrow({ where: { id } })
    return receipt !== null && canaryReceiptSchema.parse(JSON.parse(receipt)).endedAt !== null
  })
  const { receipt } = await home.database.operation.findUniqueOrThrow({ where: { id } })
  return canaryReceiptSchema.parse(JSON.parse(receipt ?? ''))
}

async function running(specification: Partial<ClusterSpecification> = {}): Promise<void> {
  cluster = await plantCluster(home.database, { network: '127.55', specification })
  arn = (await createConfiguration({ ctx, input: { name: 'shop', serverProperties: base64('') } })).arn
  expect(await ended(cluster.operationId)).toBe('UPDATE_COMPLETE')
}

beforeEach(async () => {
  home = await openTestHome<BrokerRuntime>(quickRuntime())
  runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(runtime)
  engine = await startEngine()
})
afterEach(async () => {
  await engine.stop()
  if (cluster) await runtime.destroyCluster(cluster, engine.epoch)
  await home.close()
})

test(
  'another broker is killed in the middle of a roll: it is healed, and the roll goes on',
  async () => {
    await running()
    const before = await boots()
    const operation = await apply(await revise('auto.create.topics.enable=true'))
    await until('broker 1 goes', () => isStopping(1), BOUND_MS)
    process.kill((await processes()).memory[3]?.pid ?? 0, 'SIGKILL')
    expect(await ended(operation)).toBe('UPDATE_COMPLETE')
    const after = await boots()
    expect([1, 2, 3].filter((node) => after[node] === before[node])).toEqual([])
    // No controller reads the setting.
    expect([10_001, 10_002, 10_003].filter((node) => after[node] !== before[node])).toEqual([])
    expect(await receiptOf(operation)).toMatchObject({ lost: 0, duplicated: 0, outOfOrder: 0 })
  },
  BOUND_MS,
)

test(
  'Mosaik is ended in the middle of a roll, twice: the next one goes on with the same operation and receipt',
  async () => {
    await running()
    const operation = await apply(await revise('auto.create.topics.enable=true'))
    for (const node of [1, 2]) {
      await until(`broker ${node} goes`, () => isStopping(node), BOUND_MS)
      await until('something is measured', async () => {
        const { receipt } = await home.database.operation.findUniqueOrThrow({ where: { id: operation } })
        return receipt !== null && canaryReceiptSchema.parse(JSON.parse(receipt)).acknowledged > 0
      })
      await engine.stop()
      await home.restart()
      setRuntime(runtime)
      engine = await startEngine()
    }
    expect(await ended(operation)).toBe('UPDATE_COMPLETE')
    expect(await receiptOf(operation)).toMatchObject({
      state: 'measured',
      interruptions: 2,
      failed: 0,
      lost: 0,
    })
  },
  BOUND_MS,
)

test(
  'of two updates at once one is done, and the other is told',
  async () => {
    await running()
    const first = await revise('auto.create.topics.enable=true')
    const second = await revise('log.retention.ms=1000')
    const both = await Promise.allSettled([apply(first), apply(second)])
    const done = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(done).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringMatching(/changed while it was asked to|UPDATING/) },
    })
    expect(await ended(done[0] ?? '')).toBe('UPDATE_COMPLETE')
  },
  BOUND_MS,
)

test(
  'open monitoring is switched on while the cluster runs, and off again',
  async () => {
    await running()
    const { address } = await home.database.node.findFirstOrThrow({
      where: { clusterId: cluster.id, nodeId: 1 },
    })
    const exporter = async () => (await fetch(`http://${address}:11001/metrics`)).text()
    const switched = async (on: boolean): Promise<string> => {
      const { currentVersion } = await home.database.cluster.findUniqueOrThrow({ where: { id: cluster.id } })
      const openMonitoring = {
        prometheus: { jmxExporter: { enabledInBroker: on }, nodeExporter: { enabledInBroker: on } },
      }
      const input = { clusterArn: cluster.arn, currentVersion, openMonitoring }
      const { clusterOperationArn } = await updateMonitoring({ ctx, input })
      return ended(clusterOperationArn.split('/').at(-1) ?? '')
    }
    await expect(exporter()).rejects.toThrow('fetch failed')
    expect(await switched(true)).toBe('UPDATE_COMPLETE')
    expect(await exporter()).toContain('kafka_server_BrokerTopicMetrics_Count{name="MessagesInPerSec"')
    expect(await switched(false)).toBe('UPDATE_COMPLETE')
    await expect(exporter()).rejects.toThrow('fetch failed')
  },
  BOUND_MS,
)

test(
  '2.2.1 with ZooKeeper is told, rolled and brought back the same way',
  async () => {
    await running({ kafkaVersion: '2.2.1', release: '2.2.1', mode: 'ZOOKEEPER' })
    const before = await boots()
    expect(await ended(await apply(await revise('log.retention.ms=7200000')))).toBe('UPDATE_COMPLETE')
    expect(await boots()).toEqual(before)
    const rolled = await apply(await revise('num.partitions=4\nlog.retention.ms=7200000'))
    expect(await ended(rolled)).toBe('UPDATE_COMPLETE')
    const after = await boots()
    expect([1, 2, 3].filter((node) => after[node] === before[node])).toEqual([])
    expect(await receiptOf(rolled)).toMatchObject({ failed: 0, lost: 0, duplicated: 0, outOfOrder: 0 })
    // Kafka checks this when it starts, and says so only then.
    const poison = await apply(await revise('num.partitions=5\nlog.retention.ms=0'))
    expect(await ended(poison)).toBe('UPDATE_FAILED')
    const { errorMessage } = await home.database.operation.findUniqueOrThrow({ where: { id: poison } })
    expect(errorMessage).toMatch(/Node 1 failed 3 times to start: .*retention/)
    await expect(apply(await revise('replica.selector.class=org.example.Nothing'))).rejects.toThrow(
      /does not fit Kafka 2\.2\.1/,
    )
  },
  BOUND_MS,
)
